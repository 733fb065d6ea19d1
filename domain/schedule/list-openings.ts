import type { PracticeTx } from '../database/practice-tx';
import type { MembershipId } from '../ids';
import { practiceOf } from '../practice/policy';
import { type Instant, later, minutesBetween } from '../time/instant';
import { type Day, type WallTime, addDays, dayRange, wallTimeAt } from '../time/wall-time';
import { shiftsOn } from './free-times';
import { openings } from './openings';
import { busyTimes } from './time-holds';
import { workingHours } from './working-hours';

export interface Opening {
  readonly clinicianId: MembershipId;
  readonly startsAt: Instant;
  readonly start: WallTime;
  readonly endsAt: Instant;
  readonly minutes: number;
}

export interface OpeningsWish {
  readonly day: Day;
  /** Of how many days that have any; one where it is not said. */
  readonly days?: number | undefined;
  /** Of whom; of all clinicians where it is not said. */
  readonly clinicianIds?: readonly MembershipId[] | undefined;
  /** Long enough for this; for the shortest kind of appointment where it is not said. */
  readonly minutes?: number | undefined;
}

export interface Openings {
  /** The first day that has any; the one that was asked for where none has. */
  readonly day: Day;
  readonly openings: readonly Opening[];
}

const daysAhead = 14;

/**
 * Free stretches on `day` from now on; where there is none, those of the next day that has any. Real hours less all that is held,
 * whatever the caller may otherwise see.
 */
export async function listOpenings(tx: PracticeTx, wish: OpeningsWish): Promise<Openings> {
  const { day, days = 1, clinicianIds } = wish;
  const { zone } = await practiceOf(tx);
  const staff = await tx.all<{ id: string }>`
    select id from staff where practice_id = ${tx.practiceId} and is_clinician and ended_at is null`;
  const shortest = await tx.one<{ minutes: number | null }>`
    select min(minutes) as minutes from appointment_types where practice_id = ${tx.practiceId} and ended_at is null`;
  const clinicians = staff.map(({ id }) => id).filter((id) => clinicianIds?.includes(id) ?? true);
  const last = addDays(day, daysAhead);
  const hours = await workingHours(tx, clinicians);
  const busy = Map.groupBy(
    await busyTimes(tx, clinicians, dayRange(day, zone).from, dayRange(last, zone).to),
    ({ resourceId }) => resourceId,
  );
  const on = (one: Day): readonly Opening[] =>
    clinicians
      .flatMap((clinicianId) =>
        openings(
          shiftsOn(one, hours.get(clinicianId) ?? [], zone),
          busy.get(clinicianId) ?? [],
          later(tx.now, dayRange(one, zone).from),
          wish.minutes ?? shortest?.minutes ?? 0,
          zone,
        ).map(({ from, to }) => ({
          clinicianId,
          startsAt: from,
          start: wallTimeAt(from, zone),
          endsAt: to,
          minutes: Math.floor(minutesBetween(from, to)),
        })),
      )
      .toSorted((a, b) => a.startsAt - b.startsAt || a.clinicianId.localeCompare(b.clinicianId));
  const found: { readonly day: Day; readonly openings: readonly Opening[] }[] = [];
  for (let one = day; one <= last && found.length < days; one = addDays(one, 1)) {
    const here = on(one);
    if (here.length > 0) found.push({ day: one, openings: here });
  }
  return { day: found[0]?.day ?? day, openings: found.flatMap((one) => one.openings) };
}
