import type { PracticeTx } from '../database/practice-tx';
import { practiceOf } from '../practice/policy';
import type { Instant } from '../time/instant';
import { type Day, type Zone, addDays, dayRange } from '../time/wall-time';
import { firstOfDays } from './first-of-days';
import { shiftsOn } from './free-times';
import { type ListedAppointment, listAppointments } from './list-appointments';
import { type ListedBlock, listBlocks } from './list-blocks';
import { busyTimes } from './time-holds';
import { workingHours } from './working-hours';

export interface CalendarWish {
  /** The first day. */
  readonly day: Day;
  /** How many; one where it is not said, 42 at most. */
  readonly days?: number | undefined;
  /** Whose time: clinicians and rooms; everybody's where it is not said. */
  readonly resourceIds?: readonly string[] | undefined;
  /**
   * Only so many appointments of each day, the first ones, of those that still hold time; `days` tell how many there are. The
   * rest of a day (blocks, hours, what is taken) is left out: it is an overview.
   */
  readonly mostPerDay?: number | undefined;
}

export interface CalendarDays {
  readonly day: Day;
  readonly from: Instant;
  readonly to: Instant;
  /** Each of them, by the practice's clock, and how many appointments that hold time begin in it. */
  readonly days: readonly OneDay[];
  readonly appointments: readonly ListedAppointment[];
  readonly blocks: readonly ListedBlock[];
  /** When each clinician works. */
  readonly hours: readonly { readonly resourceId: string; readonly startsAt: Instant; readonly endsAt: Instant }[];
  /** Held by something that the caller may not see: when, not what. */
  readonly taken: readonly { readonly resourceId: string; readonly startsAt: Instant; readonly endsAt: Instant }[];
}

interface OneDay {
  readonly day: Day;
  readonly from: Instant;
  readonly to: Instant;
  readonly count: number;
}

const mostOfADay = 1_000;

/** Days of the practice, one or several: what has a part in them, though it began before. */
export async function calendarDays(tx: PracticeTx, wish: CalendarWish): Promise<CalendarDays> {
  const { day, resourceIds, mostPerDay } = wish;
  const { zone } = await practiceOf(tx);
  const days = Array.from({ length: wish.days ?? 1 }, (_, after) => {
    const one = addDays(day, after);
    return { day: one, ...dayRange(one, zone) };
  });
  const from = dayRange(day, zone).from;
  const to = dayRange(addDays(day, days.length - 1), zone).to;
  if (mostPerDay !== undefined) {
    const first = await firstOfDays(tx, days, { resourceIds, mostPerDay });
    return { day, from, to, ...first, blocks: [], hours: [], taken: [] };
  }
  const { rows: appointments } = await listAppointments(
    tx,
    { touching: { from, to }, resourceIds },
    { order: 'ASC', offset: 0, limit: mostOfADay * days.length },
  );
  const resources = await resourcesOf(tx, resourceIds);
  const blocks = (await listBlocks(tx, from, to)).filter((one) => resourceIds?.includes(one.resourceId) ?? true);
  return {
    day,
    from,
    to,
    days: days.map((one) => ({ ...one, count: appointments.filter((row) => beginsIn(one, row)).length })),
    appointments,
    blocks,
    taken: await takenOf(tx, { from, to, resources, appointments, blocks }),
    hours: await hoursOn(
      tx,
      days.map((one) => one.day),
      resources,
      zone,
    ),
  };
}

/** Cancelled time is free again. */
const beginsIn = (day: Pick<OneDay, 'from' | 'to'>, { startsAt, state }: ListedAppointment): boolean =>
  startsAt >= day.from && startsAt < day.to && state !== 'cancelled' && state !== 'declined';

type Resource = { readonly id: string; readonly works: boolean };

async function resourcesOf(tx: PracticeTx, only: readonly string[] | undefined): Promise<readonly Resource[]> {
  const all = await tx.all<Resource>`
    select id, true as works from staff where practice_id = ${tx.practiceId} and is_clinician and ended_at is null
    union all select id, false from rooms where practice_id = ${tx.practiceId} and ended_at is null`;
  return only === undefined ? all : all.filter(({ id }) => only.includes(id));
}

async function takenOf(
  tx: PracticeTx,
  {
    from,
    to,
    resources,
    appointments,
    blocks,
  }: Pick<CalendarDays, 'from' | 'to' | 'appointments' | 'blocks'> & {
    readonly resources: readonly Resource[];
  },
): Promise<CalendarDays['taken']> {
  const seen = new Set(appointments.map((one) => one.id));
  const blocked = new Set(blocks.map((one) => `${one.resourceId}|${one.startsAt}`));
  const busy = await busyTimes(
    tx,
    resources.map((one) => one.id),
    from,
    to,
  );
  return busy
    .filter((one) =>
      one.appointmentId === null ? !blocked.has(`${one.resourceId}|${one.from}`) : !seen.has(one.appointmentId),
    )
    .map((one) => ({ resourceId: one.resourceId, startsAt: one.from, endsAt: one.to }));
}

async function hoursOn(
  tx: PracticeTx,
  days: readonly Day[],
  resources: readonly Resource[],
  zone: Zone,
): Promise<CalendarDays['hours']> {
  const clinicians = resources.filter(({ works }) => works).map(({ id }) => id);
  const hours = await workingHours(tx, clinicians);
  return clinicians.flatMap((resourceId) =>
    days.flatMap((day) =>
      shiftsOn(day, hours.get(resourceId) ?? [], zone).map(({ from, to }) => ({
        resourceId,
        startsAt: from,
        endsAt: to,
      })),
    ),
  );
}
