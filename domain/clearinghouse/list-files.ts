import { type Listing, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { type Instant, fromDate } from '../time/instant';
import type { EdiFileState } from './edi-file-state';

/** A file that came in, as a list shows it. */
export interface ListedFile {
  readonly id: string;
  readonly version: number;
  /** What the sender called it. */
  readonly name: string;
  readonly bytes: number;
  /** What it turned out to be; null: none of the kinds that Kept reads. */
  readonly kind: string | null;
  readonly state: EdiFileState;
  /** Why it is set aside, by code. */
  readonly reason: string | null;
  readonly cameBy: string;
  readonly broughtBy: string | null;
  readonly receivedAt: Instant;
}

interface Row extends Omit<ListedFile, 'cameBy' | 'broughtBy' | 'receivedAt'> {
  readonly came_by: string;
  readonly brought_by: string | null;
  readonly at: Date;
  readonly total: number;
}

export interface FileFilter {
  readonly ids?: readonly string[] | undefined;
  readonly states?: readonly EdiFileState[] | undefined;
}

/** Files that came in, whatever they hold, by when they came. */
export async function listFiles(
  tx: PracticeTx,
  { ids = null, states = null }: { readonly [Key in keyof FileFilter]: FileFilter[Key] | null },
  listing: Listing,
): Promise<{ readonly rows: readonly ListedFile[]; readonly total: number }> {
  const ascending = listing.order === 'ASC';
  const { rows, total } = await paged(
    listing,
    (limit, offset) => tx.all<Row>`
    select f.id, f.version, f.name, f.bytes, f.kind, f.state, f.reason, f.came_by, s.short_name as brought_by, f.at,
           count(*) over () as total
      from edi_files f left join staff s on s.practice_id = f.practice_id and s.id = f.ordered_by
     where f.practice_id = ${tx.practiceId} and f.direction = 'in'
       and (${ids}::uuid[] is null or f.id = any (${ids}::uuid[]))
       and (${states}::text[] is null or f.state = any (${states}::text[]))
     order by case when ${ascending} then f.at end, case when ${ascending} then f.id end, f.at desc, f.id desc
     limit ${limit} offset ${offset}`,
  );
  return { rows: rows.map(listed), total };
}

/** @throws AppError `not_found` */
export async function readFile(tx: PracticeTx, id: string): Promise<ListedFile> {
  const { rows } = await listFiles(tx, { ids: [id] }, { order: 'DESC', offset: 0, limit: 1 });
  const [file] = rows;
  if (!file) throw new AppError('not_found');
  return file;
}

const listed = (row: Row): ListedFile => ({
  id: row.id,
  version: row.version,
  name: row.name,
  bytes: row.bytes,
  kind: row.kind,
  state: row.state,
  reason: row.reason,
  cameBy: row.came_by,
  broughtBy: row.brought_by,
  receivedAt: fromDate(row.at),
});
