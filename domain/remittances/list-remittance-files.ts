import type { EdiFileState } from '../clearinghouse/edi-file-state';
import { type Listing, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { type Instant, fromDate } from '../time/instant';

export interface ListedRemittanceFile {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly bytes: number;
  readonly state: EdiFileState;
  /** Why nothing of it is posted, by code. */
  readonly reason: string | null;
  readonly cameBy: string;
  readonly broughtBy: string | null;
  readonly receivedAt: Instant;
  /** How many payments are in it, and how many of them came before, or say something else under a number that came before. */
  readonly remittances: number;
  readonly duplicates: number;
  readonly quarantined: number;
  /** The first one. */
  readonly remittanceId: string | null;
  /** Claims in all of them, those that are worked off, and those that wait for a person. */
  readonly claims: number;
  readonly done: number;
  readonly review: number;
  /** Something of it is still to be read or posted. */
  readonly open: boolean;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly bytes: number;
  readonly state: EdiFileState;
  readonly reason: string | null;
  readonly came_by: string;
  readonly brought_by: string | null;
  readonly at: Date;
  readonly remittances: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly under_way: number;
  readonly remittance_id: string | null;
  readonly claims: number;
  readonly done: number;
  readonly review: number;
  readonly total: number;
}

export interface RemittanceFileFilter {
  readonly ids?: readonly string[] | undefined;
  readonly states?: readonly EdiFileState[] | undefined;
  /** Something of it is still to be read or posted. */
  readonly open?: boolean | undefined;
}

/** Files of remittances, and whatever else people brought as one, by when they came. */
export async function listRemittanceFiles(
  tx: PracticeTx,
  filter: RemittanceFileFilter,
  listing: Listing,
): Promise<{ readonly rows: readonly ListedRemittanceFile[]; readonly total: number }> {
  const ascending = listing.order === 'ASC';
  const { ids = null, states = null, open = false } = filter;
  const { rows, total } = await paged(
    listing,
    (limit, offset) => tx.all<Row>`
    with page as (
      select f.id, f.version, f.name, f.bytes, f.state, f.reason, f.came_by, f.ordered_by, f.at,
             row_number() over (order by case when ${ascending} then f.at end, case when ${ascending} then f.id end, f.at desc, f.id desc) as place,
             count(*) over () as total
        from edi_files f
       where f.practice_id = ${tx.practiceId} and f.direction = 'in' and (f.kind = '835' or f.came_by = 'upload')
         and (${ids}::uuid[] is null or f.id = any (${ids}::uuid[]))
         and (${states}::text[] is null or f.state = any (${states}::text[]))
         and (not ${open} or f.state = 'stored' or f.state = 'read' and exists (
               select 1 from remittances r where r.practice_id = f.practice_id and r.file_id = f.id and r.state in ('found', 'posting')))
       order by place limit ${limit} offset ${offset})
    select p.*, s.short_name as brought_by, r.*, c.* from page p
      left join staff s on s.practice_id = ${tx.practiceId} and s.id = p.ordered_by
      cross join lateral (
        select count(*)::int as remittances, count(*) filter (where state = 'duplicate')::int as duplicates,
               count(*) filter (where state = 'quarantined')::int as quarantined,
               count(*) filter (where state in ('found', 'posting'))::int as under_way,
               (array_agg(r.id order by r.ordinal))[1] as remittance_id
          from remittances r where r.practice_id = ${tx.practiceId} and r.file_id = p.id) r
      cross join lateral (
        select count(*)::int as claims, count(*) filter (where c.state <> 'found')::int as done,
               count(*) filter (where c.state = 'review')::int as review
          from remittances r join remittance_claims c on c.practice_id = r.practice_id and c.remittance_id = r.id
         where r.practice_id = ${tx.practiceId} and r.file_id = p.id) c
     order by p.place`,
  );
  return { rows: rows.map(listed), total };
}

/** @throws AppError `not_found` */
export async function readRemittanceFileRow(tx: PracticeTx, id: string): Promise<ListedRemittanceFile> {
  const { rows } = await listRemittanceFiles(tx, { ids: [id] }, { order: 'DESC', offset: 0, limit: 1 });
  const [file] = rows;
  if (!file) throw new AppError('not_found');
  return file;
}

const listed = (row: Row): ListedRemittanceFile => ({
  id: row.id,
  version: row.version,
  name: row.name,
  bytes: row.bytes,
  state: row.state,
  reason: row.reason,
  cameBy: row.came_by,
  broughtBy: row.brought_by,
  receivedAt: fromDate(row.at),
  remittances: row.remittances,
  duplicates: row.duplicates,
  quarantined: row.quarantined,
  remittanceId: row.remittance_id,
  claims: row.claims,
  done: row.done,
  review: row.review,
  open: row.state === 'stored' || (row.state === 'read' && row.under_way > 0),
});
