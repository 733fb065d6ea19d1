import type { PracticeTx } from '../database/practice-tx';
import { type Instant, toDate, toIso } from '../time/instant';
import type { Day } from '../time/wall-time';
import { type ListedAppointment, listAppointments } from './list-appointments';

interface Bounds {
  readonly day: Day;
  readonly from: Instant;
  readonly to: Instant;
}

/** The first appointments of each of several days that follow one another, and how many there are: of those that hold time. */
export async function firstOfDays<D extends Bounds>(
  tx: PracticeTx,
  days: readonly D[],
  { resourceIds, mostPerDay }: { readonly resourceIds: readonly string[] | undefined; readonly mostPerDay: number },
): Promise<{
  readonly days: readonly (D & { readonly count: number })[];
  readonly appointments: readonly ListedAppointment[];
}> {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return { days: [], appointments: [] };
  const starts = days.map(({ from }) => toIso(from));
  const only = resourceIds === undefined ? null : [...resourceIds];
  const found = await tx.all<{ id: string; nth: number; total: number }>`
    select id, nth, total from (
      select d.id, d.nth, count(*) over (partition by d.nth)::int as total,
             row_number() over (partition by d.nth order by d.starts_at, d.id) as place
        from (select a.id, a.starts_at, width_bucket(a.starts_at, ${starts}::timestamptz[]) as nth
                from appointments a
               where a.practice_id = ${tx.practiceId} and a.starts_at >= ${toDate(first.from)} and a.starts_at < ${toDate(last.to)}
                 and a.state not in ('cancelled', 'declined')
                 and (${only}::uuid[] is null or a.clinician_id = any (${only}::uuid[]) or a.room_id = any (${only}::uuid[]))) d) f
     where place <= ${mostPerDay}`;
  const ids = found.map(({ id }) => id);
  const { rows: appointments } =
    ids.length === 0
      ? { rows: [] }
      : await listAppointments(tx, { ids }, { order: 'ASC', offset: 0, limit: ids.length });
  const totals = new Map(found.map(({ nth, total }) => [nth, total]));
  return { days: days.map((day, index) => ({ ...day, count: totals.get(index + 1) ?? 0 })), appointments };
}
