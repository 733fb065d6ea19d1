import type { PracticeTx } from '../database/practice-tx';
import { practiceZone } from '../practice/today';
import { toDate } from '../time/instant';
import { type Day, addDays, dayRange } from '../time/wall-time';
import { dayOfReport, yearUntil } from './period';

interface Attendance {
  /** Somebody came. */
  readonly kept: number;
  /** A person said that the client did not come. */
  readonly missed: number;
  /** The client cancelled later than the practice's rule asks for, or left before she was seen. */
  readonly late: number;
  /** It is past, and nobody has said what became of it. */
  readonly undecided: number;
}

interface NoShows extends Attendance {
  readonly asOf: Day;
  /** Oldest first, twelve. */
  readonly months: readonly (Attendance & { readonly month: string })[];
  /** Who had any, by name. */
  readonly clinicians: readonly (Attendance & { readonly clinicianId: string; readonly name: string })[];
}

interface Row extends Attendance {
  readonly month: string;
  readonly clinician_id: string;
  readonly name: string;
}

/**
 * What became of the appointments of twelve months until a day, as the record has it now; by the day on which they were to be.
 * What the practice cancelled, and what was cancelled in time, is none of it.
 */
export async function readNoShows(tx: PracticeTx, of: { readonly asOf?: Day | undefined }): Promise<NoShows> {
  const asOf = await dayOfReport(tx, of.asOf);
  const { from, months } = yearUntil(asOf);
  const zone = await practiceZone(tx);
  // a day more on both sides finds them by the index, whatever zone an appointment was booked in; its own day decides
  const [first, end] = [dayRange(addDays(from, -1), zone).from, dayRange(addDays(asOf, 1), zone).to];
  const rows = await tx.all<Row>`
    select to_char(a.local_start, 'YYYY-MM') as month, a.clinician_id, s.short_name as name,
           (count(*) filter (where a.state in ('arrived', 'in_session', 'completed')))::int as kept,
           (count(*) filter (where a.state = 'no_show'))::int as missed,
           (count(*) filter (where a.state = 'cancelled' and a.cancel_kind = 'late' and a.cancelled_by_client is distinct from false))::int as late,
           (count(*) filter (where a.state in ('scheduled', 'confirmed') and a.starts_at <= ${toDate(tx.now)}))::int as undecided
      from appointments a join staff s on s.practice_id = a.practice_id and s.id = a.clinician_id
     where a.practice_id = ${tx.practiceId} and a.starts_at >= ${toDate(first)} and a.starts_at < ${toDate(end)}
       and a.local_start::date between ${from} and ${asOf}
     group by 1, 2, 3`;
  return {
    asOf,
    ...together(rows),
    months: months.map((month) => ({ month, ...together(rows.filter((row) => row.month === month)) })),
    clinicians: [...Map.groupBy(rows, (row) => row.clinician_id)]
      .map(([clinicianId, of]) => ({ clinicianId, name: of[0]?.name ?? '', ...together(of) }))
      .filter(({ kept, missed, late, undecided }) => kept + missed + late + undecided > 0)
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

function together(rows: readonly Attendance[]): Attendance {
  const sum = (of: keyof Attendance) => rows.reduce((all, row) => all + row[of], 0);
  return { kept: sum('kept'), missed: sum('missed'), late: sum('late'), undecided: sum('undecided') };
}
