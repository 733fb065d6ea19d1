import type { PracticeTx } from '../database/practice-tx';
import { practiceZone } from '../practice/today';
import { toDate } from '../time/instant';
import { type Day, dayRange } from '../time/wall-time';
import { byAge } from './ages';
import { dayOfReport } from './period';
import { noteAgeEdges } from './report-codes';

interface ClinicianNotes {
  readonly clinicianId: string;
  readonly name: string;
  /** How many, by days since the visit, youngest first. */
  readonly ages: readonly number[];
  readonly count: number;
  /** The day of the visit that has waited longest. */
  readonly oldestDay: Day;
}

interface UnsignedNotes {
  readonly asOf: Day;
  /** Whose oldest has waited longest first. */
  readonly clinicians: readonly ClinicianNotes[];
  readonly count: number;
}

interface Row {
  readonly clinician_id: string;
  readonly name: string;
  readonly age: number;
  readonly value: number;
  readonly oldest: Day;
}

/**
 * Visits that were over at the end of a day and whose note nobody had signed by then, written or not: by who held them. Of notes
 * nothing is read, only whether one was attested.
 */
export async function readUnsignedNotes(
  tx: PracticeTx,
  of: { readonly asOf?: Day | undefined },
): Promise<UnsignedNotes> {
  const asOf = await dayOfReport(tx, of.asOf);
  const end = toDate(dayRange(asOf, await practiceZone(tx)).to);
  const rows = await tx.all<Row>`
    select v.clinician_id, s.short_name as name, width_bucket(${asOf}::date - a.local_start::date, ${[...noteAgeEdges]}::int[]) as age,
           count(*)::int as value, min(a.local_start::date)::text as oldest
      from visits v
      join appointments a on a.practice_id = v.practice_id and a.id = v.appointment_id
      join staff s on s.practice_id = v.practice_id and s.id = v.clinician_id
     where v.practice_id = ${tx.practiceId} and v.state in ('checkout', 'done') and v.ended_at < ${end}
       and not exists (select 1 from attestations t where t.practice_id = v.practice_id and t.visit_id = v.id and t.at < ${end})
     group by 1, 2, 3`;
  const clinicians = [...Map.groupBy(rows, (row) => row.clinician_id)].map(([clinicianId, of]) => ({
    clinicianId,
    name: of[0]?.name ?? '',
    ages: byAge(of, noteAgeEdges),
    count: of.reduce((sum, { value }) => sum + value, 0),
    oldestDay: of.map(({ oldest }) => oldest).toSorted()[0] ?? asOf,
  }));
  return {
    asOf,
    clinicians: clinicians.toSorted((a, b) => a.oldestDay.localeCompare(b.oldestDay) || a.name.localeCompare(b.name)),
    count: clinicians.reduce((sum, { count }) => sum + count, 0),
  };
}
