import { type Listing, orderSql, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { type Instant, fromDate } from '../time/instant';
import { controlText } from './batch-header';
import type { ClaimBatchState } from './claim-batch-state';
import { isReady } from './open-batch';

/** Claims that leave in one file, as a list shows them. */
export interface BatchRow {
  readonly id: string;
  readonly version: number;
  readonly state: ClaimBatchState;
  /** ISA13, nine digits, and GS06. */
  readonly controlNumber: string;
  readonly groupNumber: string;
  readonly claims: number;
  readonly chargeCents: number;
  readonly openedAt: Instant;
  readonly sentAt: Instant | null;
  /** Null: Kept did, in the practice's own name. */
  readonly orderedByName: string | null;
  /** Why it did not go at the last try, by code. */
  readonly reason: string | null;
  readonly tries: number;
  readonly next: { readonly step: string; readonly due: Instant | null; readonly paused: boolean } | null;
  /** Its file, once it is written. */
  readonly file: { readonly id: string; readonly name: string; readonly bytes: number } | null;
}

export interface BatchFilter {
  readonly ids?: readonly string[] | undefined;
  readonly states?: readonly ClaimBatchState[] | undefined;
}

export const batchSorts = ['openedAt', 'controlNumber'] as const;
const sortColumns = { openedAt: 'created_at', controlNumber: 'interchange_control' } as const;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly state: ClaimBatchState;
  readonly interchange_control: number;
  readonly group_control: number;
  readonly claims: number;
  readonly cents: number;
  readonly created_at: Date;
  readonly sent_at: Date | null;
  readonly ordered_by_name: string | null;
  readonly reason: string | null;
  readonly attempts: number;
  readonly step: string | null;
  readonly due_at: Date | null;
  readonly paused: boolean;
  readonly file_id: string | null;
  readonly file_name: string | null;
  readonly file_bytes: number | null;
  readonly total: number;
}

export async function listBatches(
  tx: PracticeTx,
  filter: BatchFilter,
  listing: Listing & { readonly sort: (typeof batchSorts)[number] },
): Promise<{ readonly rows: readonly BatchRow[]; readonly total: number }> {
  const order = orderSql(listing);
  const by = `${sortColumns[listing.sort]} ${order}, id ${order}`;
  const sql = `
    with page as (
      select b.*, count(*) over () as total from claim_batches b
       where b.practice_id = ? and (?::uuid[] is null or b.id = any(?::uuid[])) and (?::text[] is null or b.state = any(?::text[]))
       order by ${by} limit ? offset ?)
    select p.*, g.claims, g.cents, s.short_name as ordered_by_name, n.step, n.due_at, coalesce(n.paused_until > ?, false) as paused,
           f.name as file_name, f.bytes as file_bytes
      from page p
      left join lateral (
        select count(*)::int as claims, coalesce(sum(c.charge_cents), 0)::bigint as cents from claim_sendings g
          join claims c on c.practice_id = g.practice_id and c.id = g.claim_id
         where g.practice_id = p.practice_id and g.batch_id = p.id) g on true
      left join staff s on s.practice_id = p.practice_id and s.id = p.ordered_by
      left join next_steps n on n.practice_id = p.practice_id and n.id = p.id
      left join edi_files f on f.practice_id = p.practice_id and f.id = p.file_id
     order by ${by}`;
  const { ids = null, states = null } = filter;
  const { rows, total } = await paged(listing, async (limit, offset) => {
    const bound = [tx.practiceId, ids, ids, states, states, limit, offset, new Date(tx.now)];
    return (await tx.rows.raw<{ rows: Row[] }>(sql, bound as never)).rows;
  });
  return { rows: rows.map(rowOf), total };
}

/** @throws AppError `not_found` */
export async function readBatch(tx: PracticeTx, id: string): Promise<BatchRow> {
  const { rows } = await listBatches(tx, { ids: [id] }, { sort: 'openedAt', order: 'ASC', offset: 0, limit: 1 });
  const [row] = rows;
  if (!row) throw new AppError('not_found');
  return row;
}

/** Where a batch's file is kept, noting that the claims of these clients are shown. @throws AppError `not_found` before it is written */
export async function takeOutBatchFile(
  tx: PracticeTx,
  id: string,
): Promise<{ readonly name: string; readonly bytes: number; readonly storageKey: string }> {
  const file = await tx.one<{ id: string; name: string; bytes: number; storage_key: string }>`
    select f.id, f.name, f.bytes, f.storage_key from claim_batches b
      join edi_files f on f.practice_id = b.practice_id and f.id = b.file_id
     where b.practice_id = ${tx.practiceId} and b.id = ${id}`;
  if (!file) throw new AppError('not_found');
  tx.touch({ record: id });
  tx.touch({ record: file.id });
  const clients = await tx.all<{ client_id: string }>`
    select distinct client_id from claim_sendings where practice_id = ${tx.practiceId} and batch_id = ${id}`;
  for (const { client_id } of clients) tx.touch({ client: client_id });
  return { name: file.name, bytes: file.bytes, storageKey: file.storage_key };
}

/** What would leave if a batch were opened now: ready and in no other. */
export async function readyToLeave(tx: PracticeTx): Promise<{ readonly claims: number; readonly chargeCents: number }> {
  const { rows } = await tx.rows.raw<{ rows: { claims: number; cents: number }[] }>(
    `select count(*)::int as claims, coalesce(sum(c.charge_cents), 0)::bigint as cents from claims c
      where c.practice_id = ? and ${isReady}`,
    [tx.practiceId],
  );
  const [row] = rows;
  return { claims: row?.claims ?? 0, chargeCents: row?.cents ?? 0 };
}

const rowOf = (row: Row): BatchRow => ({
  id: row.id,
  version: row.version,
  state: row.state,
  controlNumber: controlText(row.interchange_control),
  groupNumber: String(row.group_control),
  claims: row.claims,
  chargeCents: row.cents,
  openedAt: fromDate(row.created_at),
  sentAt: row.sent_at === null ? null : fromDate(row.sent_at),
  orderedByName: row.ordered_by_name,
  reason: row.reason,
  tries: row.attempts,
  next:
    row.step === null
      ? null
      : { step: row.step, due: row.due_at === null ? null : fromDate(row.due_at), paused: row.paused },
  file: row.file_id === null ? null : { id: row.file_id, name: row.file_name ?? '', bytes: row.file_bytes ?? 0 },
});
