import type { NoteText } from '../../domain/notes/write-note';

/** How far the money of a past visit has come. */
export type Reached =
  /** Signed, and something is missing that bills need. */
  | 'signed'
  | 'proposed'
  | 'approved'
  /** Its claim waits to leave. */
  | 'ready'
  /** Its claim leaves, and the payer simulator answers. */
  | 'leaving';

export interface PastVisit {
  /** Places in the lists of clients and clinicians. */
  readonly client: number;
  readonly clinician: number;
  /** Working days ago, and minutes after midnight. */
  readonly days: number;
  readonly at: number;
  readonly minutes: number;
  readonly type: 'therapy' | 'therapy_short' | 'telehealth';
  readonly diagnosis: string;
  readonly reached: Reached;
  /** Taken at check-out. */
  readonly copayCents?: number;
}

/**
 * Which payer each client has, by place in the list, how the member id ends (that decides what the payer simulator does,
 * dev/payer/README.md), and who is asked second. Who is not here has none.
 */
export const insured: readonly (readonly [client: number, payer: number, ending: string, second?: number])[] = [
  [0, 0, ''],
  [1, 0, ''],
  [2, 1, ''],
  [3, 0, 'COI'],
  [4, 2, 'AUT'],
  [5, 0, 'DED'],
  [6, 1, ''],
  [7, 2, 'MIX'],
  [8, 0, 'RJP'],
  [9, 1, ''],
  [10, 0, ''],
  [11, 2, 'AUT'],
  [12, 0, ''],
  [13, 1, ''],
  [14, 0, 'COI'],
  [16, 0, 'MUT'],
  [17, 1, 'MUT'],
  [18, 2, 'MUT', 0],
  [19, 0, ''],
  [20, 1, ''],
];

const withoutCopay: ReadonlySet<string> = new Set(['COI', 'DED', 'MIX']);
/** What the card says, as the payer simulator will: a copay, where the plan has no coinsurance or deductible in its place. */
export const copayFor = (ending: string): number | null => (withoutCopay.has(ending) ? null : 25_00);

const hour = (hours: number, minutes = 0) => hours * 60 + minutes;

/** Two visits each: the claims of the first three are with payers that say nothing more of them, those of the others wait to leave. */
const earlier = [16, 17, 18, 19, 20].flatMap((client, n): readonly PastVisit[] => {
  const held = {
    client,
    clinician: n % 4,
    type: 'therapy',
    diagnosis: 'F41.1',
    reached: n < 3 ? 'leaving' : 'ready',
  } as const;
  return [
    { ...held, days: 14 - n * 2, at: hour(10), minutes: 55 },
    { ...held, days: 13 - n * 2, at: hour(14), minutes: 45 },
  ];
});

/** Oldest first. */
export const pastVisits: readonly PastVisit[] = [
  ...earlier,
  {
    client: 0,
    clinician: 0,
    days: 4,
    at: hour(9),
    minutes: 55,
    type: 'telehealth',
    diagnosis: 'F41.1',
    reached: 'leaving',
    copayCents: 25_00,
  },
  {
    client: 3,
    clinician: 1,
    days: 4,
    at: hour(10),
    minutes: 46,
    type: 'therapy',
    diagnosis: 'F33.1',
    reached: 'leaving',
  },
  {
    client: 5,
    clinician: 3,
    days: 4,
    at: hour(11),
    minutes: 55,
    type: 'therapy',
    diagnosis: 'F43.10',
    reached: 'leaving',
  },
  {
    client: 11,
    clinician: 2,
    days: 4,
    at: hour(13),
    minutes: 54,
    type: 'therapy',
    diagnosis: 'F32.1',
    reached: 'leaving',
  },
  {
    client: 8,
    clinician: 1,
    days: 4,
    at: hour(15),
    minutes: 45,
    type: 'therapy',
    diagnosis: 'F43.23',
    reached: 'leaving',
  },
  { client: 1, clinician: 2, days: 3, at: hour(9), minutes: 53, type: 'therapy', diagnosis: 'F41.1', reached: 'ready' },
  {
    client: 6,
    clinician: 0,
    days: 3,
    at: hour(11),
    minutes: 47,
    type: 'telehealth',
    diagnosis: 'F40.10',
    reached: 'ready',
  },
  {
    client: 14,
    clinician: 3,
    days: 3,
    at: hour(14),
    minutes: 55,
    type: 'therapy',
    diagnosis: 'F90.0',
    reached: 'approved',
  },
  {
    client: 2,
    clinician: 1,
    days: 2,
    at: hour(9),
    minutes: 50,
    type: 'therapy',
    diagnosis: 'F41.0',
    reached: 'proposed',
  },
  {
    client: 7,
    clinician: 2,
    days: 2,
    at: hour(13),
    minutes: 30,
    type: 'therapy_short',
    diagnosis: 'F33.0',
    reached: 'proposed',
  },
  {
    client: 9,
    clinician: 0,
    days: 1,
    at: hour(10),
    minutes: 55,
    type: 'telehealth',
    diagnosis: 'F43.23',
    reached: 'proposed',
  },
  {
    client: 15,
    clinician: 3,
    days: 1,
    at: hour(11),
    minutes: 52,
    type: 'therapy',
    diagnosis: 'F41.1',
    reached: 'signed',
  },
];

/** What a note of the demonstration says: about nobody. */
export const note: NoteText = {
  subjective: 'Sleeps better, about six hours. Fewer worries in the evening; the commute is still hard.',
  objective: 'On time, rested, speaks freely. Mood calm. No thoughts of harm.',
  assessment: 'Steady progress. The breathing exercise is used on most days.',
  plan: 'Go on weekly. Take the bus twice before the next session and note what happens.',
};
