import { type TestPractice, aPractice, aWorld } from '../../tests/builders/practice';
import { type Life, aLife, oneText, sayCall } from '../../tests/builders/protocol';
import { type Repeat, type SendAnswer } from '../messages/message-port';
import { addHours, instantOf } from '../time/instant';
import type { Claim } from './means';

const world = aWorld();
let practice: TestPractice;
beforeAll(async () => {
  practice = await aPractice(world(), { policy: oneText });
});

const accepted: SendAnswer = { kind: 'accepted', vendorId: 'v-1' };
const refused: SendAnswer = { kind: 'refused', code: 'bad_number' };
const notSent: SendAnswer = { kind: 'not_sent', code: 'busy' };
const ambiguous: SendAnswer = { kind: 'ambiguous', code: 'timeout' };

/** An appointment brought into a state, with the claim that is under way or was. */
interface Case {
  readonly life: Life;
  readonly claim: Claim | undefined;
}

/** How each state comes about, and how many milliseconds after the reminder is carried out it is there. */
const states = {
  'no row': { ms: 0, make: async (life: Life) => ({ life, claim: undefined }) },
  planned: {
    ms: 1_500,
    async make(life: Life) {
      const claim = await life.claim();
      life.pass(500);
      await life.answer(claim, notSent);
      life.pass(1_000);
      return { life, claim };
    },
  },
  claimed: {
    ms: 5_000,
    async make(life: Life) {
      const claim = await life.claim();
      life.pass(5_000);
      return { life, claim };
    },
  },
  'lease over': {
    ms: 20_000,
    async make(life: Life) {
      const claim = await life.claim();
      life.pass(20_000);
      return { life, claim };
    },
  },
  unknown: {
    ms: 20_000,
    async make(life: Life) {
      const claim = await life.claim();
      life.pass(20_000);
      await practice.as(
        { practiceId: practice.id, service: 'messages' },
        (tx) =>
          tx.all`update messages set state = 'unknown', reason = 'no_answer', settled_at = ${new Date(tx.now)} where practice_id = ${practice.id} and appointment_id = ${life.id}`,
      );
      return { life, claim };
    },
  },
  sent: { ms: 1_000, make: (life: Life) => answered(life, accepted) },
  refused: { ms: 1_000, make: (life: Life) => answered(life, refused) },
  skipped: {
    ms: 0,
    async make(life: Life) {
      life.now = instantOf(life.usefulUntil + 1_000);
      await life.plan();
      return { life, claim: undefined };
    },
  },
} as const satisfies Readonly<Record<string, { ms: number; make(life: Life): Promise<Case> }>>;
type State = keyof typeof states;

async function answered(life: Life, answer: SendAnswer): Promise<Case> {
  const claim = await life.claim();
  life.pass(1_000);
  await life.answer(claim, answer);
  return { life, claim };
}

/** Carries out what is planned now; a reminder that was planned before is carried out as it was. */
const due = async ({ life }: Case): Promise<string> => {
  const stale = await life.claim();
  return sayCall(stale.kind === 'planned' ? await life.claimNext() : stale);
};
const afterThat =
  (first: (life: Life) => Promise<void> | void) =>
  async (one: Case): Promise<string> => {
    await first(one.life);
    return due(one);
  };
const hears =
  (answer: SendAnswer) =>
  async ({ life, claim }: Case): Promise<string> => {
    if (!claim) throw new Error('nobody is calling');
    await life.answer(claim, answer);
    return 'no call';
  };
const only =
  (what: (life: Life) => Promise<void>) =>
  async ({ life }: Case): Promise<string> => {
    await what(life);
    return 'no call';
  };

const events = {
  'due, still valid': due,
  'due, moved': afterThat((life) => life.move()),
  'due, cancelled': afterThat((life) => life.cancel()),
  'due, too late': afterThat((life) => life.pass(2_000)),
  accepted: hears(accepted),
  refused: hears(refused),
  'not sent': hears(notSent),
  'not sent, 429 with Retry-After: 90': hears({ ...notSent, code: 'too_many', retryAfterMs: 90_000 }),
  ambiguous: hears(ambiguous),
  'callback "accepted"': only((life) => life.report()),
  cancelled: only((life) => life.cancel()),
  'cancelled, then restored': only(async (life) => {
    await life.cancel();
    await life.restore();
  }),
} as const;
type Event = keyof typeof events;

/** What is expected: in every mode, or by what the vendor can do. */
type Outcome = string | Readonly<Record<Repeat, string>>;

/** Read it row by row beside docs/workflows/appointment.md: call; message (number of sending, reason); open work; what is next. */
const table: Readonly<Record<Event, Partial<Record<State, Outcome>>>> = {
  'due, still valid': {
    'no row': 'sends #1; claimed #1; settle in 20 s',
    planned: 'sends #2; claimed #2 busy; settle in 20 s',
    claimed: 'no call; claimed #1; settle in 15 s',
    'lease over': {
      keyed: 'sends #1; claimed #1; settle in 20 s',
      lookup: 'asks #1; claimed #1; settle in 0 s',
      never: 'no call; unknown #1 no_answer; work message_unknown; ask_missing',
    },
    unknown: 'no call; unknown #1 no_answer; ask_missing',
    sent: 'no call; sent #1; ask_missing',
    refused: 'no call; refused #1 bad_number; work message_refused; ask_missing',
    skipped: 'no call; skipped #1 too_late; ask_missing',
  },
  'due, moved': {
    'no row': 'no call; reminder_1h of 2',
    planned: 'no call; skipped #2 superseded; reminder_1h of 2',
    claimed: 'no call; claimed #1; settle in 15 s',
    'lease over': {
      keyed: 'no call; unknown #1 superseded; reminder_1h of 2',
      lookup: 'asks #1; claimed #1; settle in 0 s',
      never: 'no call; unknown #1 no_answer; work message_unknown; reminder_1h of 2',
    },
    unknown: 'no call; unknown #1 no_answer; reminder_1h of 2',
    sent: 'no call; sent #1; reminder_1h of 2',
    refused: 'no call; refused #1 bad_number; work message_refused; reminder_1h of 2',
    skipped: 'no call; skipped #1 too_late; reminder_1h of 2',
  },
  // `due` also carries out what comes instead: where the client was told, or may have been, the notice goes out
  'due, cancelled': {
    'no row': 'no call; nothing more',
    planned: 'no call; planned #2 busy; nothing more',
    claimed: 'no call; claimed #1; settle in 15 s',
    'lease over': {
      keyed: 'no call; unknown #1 superseded; notice in 0 s',
      lookup: 'asks #1; claimed #1; settle in 0 s',
      never: 'no call; unknown #1 no_answer; work message_unknown; notice in 0 s',
    },
    unknown: 'sends #1; unknown #1 no_answer; claimed #1; settle in 20 s',
    sent: 'sends #1; sent #1; claimed #1; settle in 20 s',
    refused: 'no call; refused #1 bad_number; work message_refused; nothing more',
    skipped: 'no call; skipped #1 too_late; nothing more',
  },
  'due, too late': {
    'no row': 'no call; skipped #1 too_late; ask_missing',
    planned: 'no call; skipped #2 too_late; ask_missing',
    claimed: 'no call; claimed #1; settle in 13 s',
    'lease over': {
      keyed: 'no call; unknown #1 superseded; ask_missing',
      lookup: 'asks #1; claimed #1; settle in -2 s',
      never: 'no call; unknown #1 no_answer; work message_unknown; ask_missing',
    },
    unknown: 'no call; unknown #1 no_answer; ask_missing',
    sent: 'no call; sent #1; ask_missing',
    refused: 'no call; refused #1 bad_number; work message_refused; ask_missing',
  },
  accepted: {
    planned: 'no call; sent #2; ask_missing',
    claimed: 'no call; sent #1; ask_missing',
    'lease over': 'no call; sent #1; ask_missing',
    unknown: 'no call; sent #1; ask_missing',
    sent: 'no call; sent #1; ask_missing',
    refused: 'no call; refused #1 bad_number; work message_refused; ask_missing',
  },
  refused: {
    planned: 'no call; planned #2 busy; reminder_1h in 0 s',
    claimed: 'no call; refused #1 bad_number; work message_refused; ask_missing',
    'lease over': 'no call; refused #1 bad_number; work message_refused; ask_missing',
    unknown: 'no call; unknown #1 no_answer; ask_missing',
    sent: 'no call; sent #1; ask_missing',
  },
  'not sent': {
    planned: 'no call; planned #2 busy; reminder_1h in 0 s',
    claimed: 'no call; planned #2 busy; reminder_1h in 1 s',
    'lease over': 'no call; planned #2 busy; reminder_1h in 1 s',
    unknown: 'no call; unknown #1 no_answer; ask_missing',
    sent: 'no call; sent #1; ask_missing',
    refused: 'no call; refused #1 bad_number; work message_refused; ask_missing',
  },
  'not sent, 429 with Retry-After: 90': {
    claimed: 'no call; planned #2 too_many; reminder_1h in 90 s',
    'lease over': 'no call; planned #2 too_many; reminder_1h in 90 s',
  },
  ambiguous: {
    planned: 'no call; planned #2 busy; reminder_1h in 0 s',
    claimed: 'no call; claimed #1 timeout; settle in 15 s',
    'lease over': 'no call; claimed #1 timeout; settle in 0 s',
    unknown: 'no call; unknown #1 no_answer; ask_missing',
    sent: 'no call; sent #1; ask_missing',
    refused: 'no call; refused #1 bad_number; work message_refused; ask_missing',
  },
  'callback "accepted"': {
    planned: 'no call; sent #2 callback; ask_missing',
    claimed: 'no call; sent #1 callback; ask_missing',
    'lease over': 'no call; sent #1 callback; ask_missing',
    unknown: 'no call; sent #1 callback; ask_missing',
    sent: 'no call; sent #1; ask_missing',
    refused: 'no call; refused #1 bad_number; work message_refused; ask_missing',
    skipped: 'no call; skipped #1 too_late; ask_missing',
  },
  cancelled: {
    'no row': 'no call; nothing more',
    planned: 'no call; planned #2 busy; nothing more',
    claimed: 'no call; claimed #1; settle in 15 s',
    'lease over': 'no call; claimed #1; settle in 0 s',
    unknown: 'no call; unknown #1 no_answer; notice in 0 s',
    sent: 'no call; sent #1; notice in 0 s',
    refused: 'no call; refused #1 bad_number; work message_refused; nothing more',
    skipped: 'no call; skipped #1 too_late; nothing more',
  },
  'cancelled, then restored': {
    'no row': 'no call; reminder_1h in 0 s',
    planned: 'no call; planned #2 busy; reminder_1h in 0 s',
    claimed: 'no call; claimed #1; settle in 15 s',
    'lease over': 'no call; claimed #1; settle in 0 s',
    unknown: 'no call; unknown #1 no_answer; reminder_1h of 2 in 0 s',
    sent: 'no call; sent #1; reminder_1h of 2 in 0 s',
    refused: 'no call; refused #1 bad_number; work message_refused; ask_missing',
    skipped: 'no call; skipped #1 too_late; ask_missing',
  },
};

let day = 0;
const firstStart = instantOf(Date.UTC(2027, 0, 4, 19));

async function outcomeOf(repeat: Repeat, state: State, event: Event): Promise<string> {
  const life = await aLife(practice, { repeat, start: addHours(firstStart, 24 * (day += 1)) });
  const late = event === 'due, too late';
  // the last second in which it is of use, so that the event's two seconds make it late
  if (late) life.now = instantOf(life.usefulUntil - 1_000 - states[state].ms);
  const call = await events[event](await states[state].make(life));
  return `${call}; ${await life.seen()}`;
}

describe.each(Object.entries(table) as [Event, Partial<Record<State, Outcome>>][])('%s', (event, row) => {
  test.each(Object.entries(row) as [State, Outcome][])('on %s', async (state, expected) => {
    const modes = ['keyed', 'lookup', 'never'] as const;
    const outcomes = await Promise.all(modes.map((repeat) => outcomeOf(repeat, state, event)));
    expect(Object.fromEntries(modes.map((mode, n) => [mode, outcomes[n]]))).toEqual(
      typeof expected === 'string' ? { keyed: expected, lookup: expected, never: expected } : expected,
    );
  });
});
