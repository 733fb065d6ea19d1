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

export interface Openings {
  readonly day: Day;
  readonly openings: readonly Opening[];
}

const daysAhead = 14;

/**
 * Free stretches of all clinicians on `day` from now on, each long enough for the shortest kind of appointment; where there is
 * none, those of the next day that has any. Real hours less all that is held, whatever the caller may otherwise see.
 */
export async function listOpenings(tx: PracticeTx, day: Day): Promise<Openings> {
  const { zone } = await practiceOf(tx);
  const staff = await tx.all<{ id: string }>`
    select id from staff where practice_id = ${tx.practiceId} and is_clinician and ended_at is null`;
  const shortest = await tx.one<{ minutes: number | null }>`
    select min(minutes) as minutes from appointment_types where practice_id = ${tx.practiceId} and ended_at is null`;
  const clinicians = staff.map(({ id }) => id);
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
          shortest?.minutes ?? 0,
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
  for (let one = day; one <= last; one = addDays(one, 1)) {
    const found = on(one);
    if (found.length > 0) return { day: one, openings: found };
  }
  return { day, openings: [] };
}
