import { type Listing, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';

export interface ListedDiagnosis {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly code: string;
  /** As the code file has it; null when this installation has no file with it. */
  readonly title: string | null;
  readonly rank: number;
  readonly fromDay: string;
  readonly untilDay: string | null;
  readonly notedByName: string;
}

export interface DiagnosisFilter {
  readonly ids?: readonly string[] | undefined;
  readonly clientId?: string | undefined;
  /** Only those that hold still. */
  readonly open?: boolean | undefined;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly client_id: string;
  readonly code: string;
  readonly title: string | null;
  readonly rank: number;
  readonly from_day: string;
  readonly until_day: string | null;
  readonly noted_by_name: string | null;
  readonly total: number;
}

/** Diagnoses by rank, those that have ended with them. */
export async function listDiagnoses(
  tx: PracticeTx,
  filter: DiagnosisFilter,
  listing: Listing,
): Promise<{ readonly rows: readonly ListedDiagnosis[]; readonly total: number }> {
  const { rows, total } = await paged(
    listing,
    (limit, offset) => tx.all<Row>`
    select d.id, d.version, d.client_id, d.code, i.title, d.rank, d.from_day::text, d.until_day::text, s.short_name as noted_by_name,
           count(*) over () as total
      from diagnoses d
      left join staff s on s.practice_id = d.practice_id and s.id = d.noted_by
      left join lateral kernel.icd10(array[d.code], d.from_day) i on true
     where d.practice_id = ${tx.practiceId}
       and (${filter.ids ?? null}::uuid[] is null or d.id = any (${filter.ids ?? null}::uuid[]))
       and (${filter.clientId ?? null}::uuid is null or d.client_id = ${filter.clientId ?? null})
       and (not ${filter.open ?? false} or d.until_day is null)
     order by case when ${listing.order === 'DESC'} then d.rank end desc, d.rank, d.until_day desc nulls first, d.noted_at, d.id limit ${limit} offset ${offset}`,
  );
  return { rows: rows.map(listed), total };
}

/** @throws AppError `not_found` */
export async function readDiagnosis(tx: PracticeTx, id: string): Promise<ListedDiagnosis> {
  const { rows } = await listDiagnoses(tx, { ids: [id] }, { order: 'ASC', offset: 0, limit: 1 });
  const [diagnosis] = rows;
  if (!diagnosis) throw new AppError('not_found');
  return diagnosis;
}

/** Codes that a claim may carry today, by the beginning of the code or a part of its title. */
export async function searchCodes(
  tx: PracticeTx,
  text: string,
): Promise<readonly { readonly code: string; readonly title: string }[]> {
  return tx.all<{ code: string; title: string }>`select code, title from kernel.search_icd10(${text}, ${mostFound})`;
}

const mostFound = 20;

const listed = (row: Row): ListedDiagnosis => ({
  id: row.id,
  version: row.version,
  clientId: row.client_id,
  code: row.code,
  title: row.title,
  rank: row.rank,
  fromDay: row.from_day,
  untilDay: row.until_day,
  notedByName: row.noted_by_name ?? '',
});
