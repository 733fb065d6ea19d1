import { type Day, addDays } from '../../../domain/time/wall-time';
import { insured } from '../past-visits';
import { type DemoClient, known } from '../people';
import { type Dice, diceOf } from './dice';
import { firstNames, lastNames, streets } from './names';

/** Places in the list of payers (payers.ts). */
export type PayerPlace = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface CastCoverage {
  readonly payer: PayerPlace;
  /** How the member id ends: what the payer simulator does (dev/payer/README.md). */
  readonly ending: string;
  /** The policyholder, where that is not the client: a parent, or a spouse. */
  readonly holder?: { readonly first: string; readonly last: string; readonly born: Day; readonly home: number };
  readonly relationship: '18' | '19' | '01';
}

export interface CastClient extends DemoClient {
  /** Where she lives: the same number, the same street and house. */
  readonly home: number;
  readonly coverages: readonly CastCoverage[];
  /** Sessions that the payer has agreed to. */
  readonly authorized?: number;
  readonly clinician: number;
  readonly diagnosis: string;
  /** Days from one appointment to the next. */
  readonly every: 7 | 14 | 28;
  /** How many days ago she first came, and how many she is seen from then on. */
  readonly since: number;
  readonly until: number;
  /** Does not agree to texts. */
  readonly mailOnly: boolean;
  /** Other parents' or carers' phones and mail addresses beside her own. */
  readonly carers: readonly string[];
}

export const castSize = 240;
const clinicians = 6;

type Life = 'adult' | 'child' | 'older' | 'assistance' | 'own_means';
/** Of a hundred. A couple is made of adults who live together. */
const lives: readonly (readonly [Life, number])[] = [
  ['adult', 62],
  ['child', 17],
  ['older', 11],
  ['assistance', 6],
  ['own_means', 4],
];
const diagnoses = [
  'F32.1',
  'F33.0',
  'F33.1',
  'F40.10',
  'F41.0',
  'F41.1',
  'F41.1',
  'F43.10',
  'F43.23',
  'F90.0',
] as const;
const ordinaryEndings = ['', '', '', '', '', '', '', 'COI', 'COI', 'DED', 'MIX'] as const;
/** What goes wrong, by places in the cast: some are mended in time, the last of each are not yet. */
const troubled: Readonly<Record<number, string>> = {
  26: 'AUT',
  41: 'AUT',
  58: 'AUT',
  77: 'AUT',
  93: 'AUT',
  112: 'EXP',
  134: 'EXP',
  61: 'RJP',
  104: 'RJP',
  151: 'RJC',
  87: 'MUT',
  129: 'MUT',
  171: 'MUT',
};

/** Everybody whom the practice has known in these months: first those of the small practice, then others, the same every time. */
export function castOf(today: Day): readonly CastClient[] {
  const cast: CastClient[] = [];
  for (let place = 0; place < castSize; place += 1) cast.push(member(place, cast.at(-1), today));
  return cast;
}

function member(place: number, before: CastClient | undefined, today: Day): CastClient {
  const dice = diceOf(`client ${String(place)}`);
  const person = known[place];
  const life = person ? 'adult' : lifeOf(dice);
  const couple = !person && before !== undefined && place % 19 === 0 && life === 'adult';
  const home = couple ? before.home : place;
  const [first, pronouns] = firstNames[(place * 31) % firstNames.length] ?? firstNames[0];
  const last = couple && dice.chance(50) ? before.last : (lastNames[(place * 23) % lastNames.length] ?? '');
  const named = person ?? {
    first,
    last,
    pronouns,
    born: bornOf(life, dice, today),
    ...(dice.chance(7) && { language: 'es' as const }),
  };
  return {
    ...named,
    home,
    coverages: person ? knownCoverages(place) : coveragesOf(life, place, named.last, dice),
    ...(life === 'assistance' && { authorized: 6 }),
    clinician: place % clinicians,
    diagnosis: dice.pick(diagnoses),
    ...paceOf(place, dice),
    mailOnly: dice.chance(9),
    carers: life === 'child' ? (isTwoHomes(place) ? ['a', 'b'] : ['a']) : [],
  };
}

function lifeOf(dice: Dice): Life {
  let left = dice.below(100);
  for (const [life, share] of lives) {
    if (left < share) return life;
    left -= share;
  }
  return 'adult';
}

function bornOf(life: Life, dice: Dice, today: Day): Day {
  const [youngest, years] = life === 'child' ? [7, 11] : life === 'older' ? [66, 20] : [19, 44];
  return addDays(today, -(youngest * 366 + dice.below(years * 365)));
}

const isTwoHomes = (place: number): boolean => place % 3 === 0;

function coveragesOf(life: Life, place: number, last: string, dice: Dice): readonly CastCoverage[] {
  const ending = troubled[place] ?? dice.pick(ordinaryEndings);
  const own = { relationship: '18', ending } as const;
  switch (life) {
    case 'own_means':
      return [];
    case 'older':
      return [
        { ...own, payer: 3, ending: ending === '' ? 'COI' : ending },
        { relationship: '18', payer: 4, ending: '' },
      ];
    case 'assistance':
      return [{ ...own, payer: 5, ending: 'AUT' }];
    case 'child':
      return parents(place, last, ending, dice);
    case 'adult':
      return [{ ...own, payer: ([0, 0, 0, 1, 2, 2, 6] as const)[dice.below(7)] ?? 0 }];
  }
}

/** As the small practice has them. */
const knownCoverages = (place: number): readonly CastCoverage[] =>
  insured
    .filter(([client]) => client === place)
    .map(([, payer, ending]) => ({ relationship: '18', payer: payer as PayerPlace, ending }));

/** A child is insured by a parent; one with two homes by both, and the other parent lives elsewhere. */
function parents(place: number, last: string, ending: string, dice: Dice): readonly CastCoverage[] {
  const parent = (home: number) => ({
    first: dice.pick(firstNames)[0],
    last,
    born: `19${String(74 + dice.below(16))}-0${String(1 + dice.below(9))}-1${String(dice.below(10))}`,
    home,
  });
  const first: CastCoverage = { payer: dice.chance(40) ? 1 : 0, ending, relationship: '19', holder: parent(place) };
  if (!isTwoHomes(place)) return [first];
  return [first, { payer: 6, ending: '', relationship: '19', holder: parent(place + 1000) }];
}

/** Most began in the last months; a sixth come no more. */
function paceOf(place: number, dice: Dice): Pick<CastClient, 'every' | 'since' | 'until'> {
  const every = ([7, 14, 14, 28, 28, 28] as const)[place % 6] ?? 28;
  const since = 12 + Math.floor((dice.below(every === 7 ? 110 : 168) * (30 + dice.below(71))) / 100);
  const gone = place >= known.length && dice.chance(16);
  return { every, since, until: gone ? Math.floor(since * 0.6) : Infinity };
}

/** The street, house and town of a home. */
export const addressOf = (home: number) => ({
  street: `${String(11 + ((home * 13) % 480))} ${streets[home % streets.length] ?? ''}`,
  city: 'ALBANY',
  region: 'NY',
  postalCode: '12207',
});
