import type { PracticeTx } from '../database/practice-tx';
import { practiceOf } from '../practice/policy';
import type { Instant } from '../time/instant';
import { type Day, type Zone, dayRange } from '../time/wall-time';
import { shiftsOn } from './free-times';
import { type ListedAppointment, listAppointments } from './list-appointments';
import { type ListedBlock, listBlocks } from './list-blocks';
import { busyTimes } from './time-holds';
import { workingHours } from './working-hours';

export interface CalendarDay {
  readonly day: Day;
  readonly from: Instant;
  readonly to: Instant;
  readonly appointments: readonly ListedAppointment[];
  readonly blocks: readonly ListedBlock[];
  /** When each clinician works. */
  readonly hours: readonly { readonly resourceId: string; readonly startsAt: Instant; readonly endsAt: Instant }[];
  /** Held by something that the caller may not see: when, not what. */
  readonly taken: readonly { readonly resourceId: string; readonly startsAt: Instant; readonly endsAt: Instant }[];
}

const mostOfADay = 1_000;

/** One day of the practice: what has a part in it, though it began the day before. */
export async function calendarDay(tx: PracticeTx, day: Day): Promise<CalendarDay> {
  const { zone } = await practiceOf(tx);
  const { from, to } = dayRange(day, zone);
  const { rows: appointments } = await listAppointments(
    tx,
    { touching: { from, to } },
    { order: 'ASC', offset: 0, limit: mostOfADay },
  );
  const blocks = await listBlocks(tx, from, to);
  const resources = await tx.all<{ id: string; works: boolean }>`
    select id, true as works from staff where practice_id = ${tx.practiceId} and is_clinician and ended_at is null
    union all select id, false from rooms where practice_id = ${tx.practiceId} and ended_at is null`;
  const seen = new Set(appointments.map((one) => one.id));
  const blocked = new Set(blocks.map((one) => `${one.resourceId}|${one.startsAt}`));
  const busy = await busyTimes(
    tx,
    resources.map((one) => one.id),
    from,
    to,
  );
  const taken = busy
    .filter((one) =>
      one.appointmentId === null ? !blocked.has(`${one.resourceId}|${one.from}`) : !seen.has(one.appointmentId),
    )
    .map((one) => ({ resourceId: one.resourceId, startsAt: one.from, endsAt: one.to }));
  return { day, from, to, appointments, blocks, taken, hours: await hoursOn(tx, day, resources, zone) };
}

async function hoursOn(
  tx: PracticeTx,
  day: Day,
  resources: readonly { readonly id: string; readonly works: boolean }[],
  zone: Zone,
): Promise<CalendarDay['hours']> {
  const clinicians = resources.filter(({ works }) => works).map(({ id }) => id);
  const hours = await workingHours(tx, clinicians);
  return clinicians.flatMap((resourceId) =>
    shiftsOn(day, hours.get(resourceId) ?? [], zone).map(({ from, to }) => ({
      resourceId,
      startsAt: from,
      endsAt: to,
    })),
  );
}
