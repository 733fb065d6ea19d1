import { type Day, addDays, weekdayOf } from '../../../domain/time/wall-time';
import type { CastClient } from './cast';
import { type Dice, diceOf } from './dice';

/** What became of an appointment, or `ahead`: it is to come. */
export type Outcome = 'held' | 'cancelled' | 'cancelled_late' | 'missed' | 'undecided' | 'ahead';

export interface PlannedAppointment {
  readonly client: number;
  readonly clinician: number;
  /** Days from today: below zero it is past. */
  readonly offset: number;
  readonly day: Day;
  /** Minutes after midnight. */
  readonly minute: number;
  readonly type: 'intake' | 'therapy' | 'therapy_short' | 'telehealth';
  readonly outcome: Outcome;
  /** How far the note of one that was held has come. */
  readonly note: 'signed' | 'draft' | 'none';
}

const hour = 60;
/** Six a day: an intake with its pause fits, and so does lunch. */
const slots = [9 * hour, 10 * hour + 15, 11 * hour + 30, 13 * hour + 15, 14 * hour + 30, 15 * hour + 45] as const;
export const pastDays = 182;
const aheadDays = 56;
/** The days before today belong to the story of those whom the guides name (past-visits.ts). */
const guidedDays = 16;

/** Every appointment but today's, by day. Nobody is in two places. */
export function scheduleOf(cast: readonly CastClient[], guided: number, today: Day): readonly PlannedAppointment[] {
  const taken = new Set<string>();
  const all = cast.flatMap((client, place) => seriesOf(client, place, place < guided ? guidedDays : 0, taken, today));
  return all.toSorted((a, b) => a.offset - b.offset || a.minute - b.minute || a.client - b.client);
}

function seriesOf(
  client: CastClient,
  place: number,
  quietDays: number,
  taken: Set<string>,
  today: Day,
): readonly PlannedAppointment[] {
  const dice = diceOf(`series ${String(place)}`);
  const slot = freeSlot(client, { offsets: datesOf(client, place), quietDays, taken, today }, dice);
  if (!slot) return [];
  return slot.offsets.map((offset, n) => {
    taken.add(keyOf(client.clinician, offset, slot.minute));
    const outcome = outcomeOf(offset, n, dice);
    return {
      client: place,
      clinician: client.clinician,
      offset,
      day: addDays(today, offset),
      minute: slot.minute,
      type: n === 0 && offset < 0 ? 'intake' : typeOf(place, dice),
      outcome,
      note: outcome === 'held' ? noteOf(offset, dice) : 'none',
    };
  });
}

/** Days from today on which she comes, if all of them are free: every so many days, as long as she is seen. */
function datesOf({ every, since, until }: CastClient, place: number): readonly number[] {
  const last = until === Infinity ? aheadOf(every, place) : -since + until;
  const dates: number[] = [];
  for (let offset = -since; offset <= last; offset += every)
    if (offset !== 0 && offset >= -pastDays) dates.push(offset);
  return dates;
}

/** Who comes often is booked for longer; some have the next one alone, some nothing. */
const aheadOf = (every: number, place: number): number =>
  place % 7 === 3 ? -1 : place % 3 === 1 ? Math.min(every, 14) : every === 28 ? aheadDays : 35;

const keyOf = (clinician: number, offset: number, minute: number): string =>
  `${String(clinician)}/${String(offset)}/${String(minute)}`;

/** The first weekday and hour at which all of them are free. */
function freeSlot(
  client: CastClient,
  wish: {
    readonly offsets: readonly number[];
    readonly quietDays: number;
    readonly taken: ReadonlySet<string>;
    readonly today: Day;
  },
  dice: Dice,
): { readonly minute: number; readonly offsets: readonly number[] } | undefined {
  const [firstSlot, firstDay] = [dice.below(slots.length), dice.below(7)];
  for (let days = 0; days < 7; days += 1)
    for (let n = 0; n < slots.length; n += 1) {
      const minute = slots[(firstSlot + n) % slots.length] ?? slots[0];
      const moved = wish.offsets
        .map((offset) => offset + ((firstDay + days) % 7))
        .filter((offset) => offset > 0 || offset < -wish.quietDays);
      const fits = moved.every(
        (offset) =>
          weekdayOf(addDays(wish.today, offset)) <= 5 && !wish.taken.has(keyOf(client.clinician, offset, minute)),
      );
      if (fits) return { minute, offsets: moved };
    }
  return undefined;
}

function outcomeOf(offset: number, n: number, dice: Dice): Outcome {
  if (offset > 0) return dice.chance(3) ? 'cancelled' : 'ahead';
  if (n === 0) return 'held';
  const throwOf = dice.below(100);
  if (throwOf < 5) return 'cancelled';
  if (throwOf < 8) return 'cancelled_late';
  if (throwOf < 13) return offset >= -5 ? 'undecided' : 'missed';
  return 'held';
}

/** Of the last days some notes are not signed yet. */
function noteOf(offset: number, dice: Dice): PlannedAppointment['note'] {
  if (offset < -6) return 'signed';
  const throwOf = dice.below(100);
  return throwOf < 18 ? 'draft' : throwOf < 32 ? 'none' : 'signed';
}

const typeOf = (place: number, dice: Dice): PlannedAppointment['type'] =>
  place % 4 === 1 || dice.chance(12) ? 'telehealth' : place % 9 === 5 ? 'therapy_short' : 'therapy';
