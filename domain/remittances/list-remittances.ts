import { type Listing, orderSql, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { type Instant, fromDate } from '../time/instant';
import type { RemittanceSort } from './remittance-codes';
import type { RemittanceState } from './remittance-state';

export interface ListedRemittance {
  readonly id: string;
  readonly version: number;
  readonly fileId: string;
  readonly state: RemittanceState;
  readonly reason: string | null;
  readonly payerName: string;
  readonly traceNumber: string;
  /** BPR04: how it was paid. */
  readonly method: string;
  /** `YYYY-MM-DD`, as the payer says. */
  readonly paidOn: string | null;
  readonly paidCents: number;
  readonly receivedAt: Instant;
  /** How many claims it speaks of, and where they are: those that are not yet worked off are in none of the others. */
  readonly claims: number;
  readonly posted: number;
  readonly review: number;
  readonly setAside: number;
  readonly informed: number;
  readonly undone: number;
}

const sortColumns = {
  receivedAt: 'f.at',
  paidOn: 'r.paid_on',
  paidCents: 'r.paid_cents',
  payerName: 'r.payer_name collate "C"',
  traceNumber: 'r.trace_number collate "C"',
} as const satisfies Record<RemittanceSort, string>;

export interface RemittanceFilter {
  readonly ids?: readonly string[] | undefined;
  readonly fileId?: string | undefined;
  readonly states?: readonly RemittanceState[] | undefined;
  /** Something in it waits for a person. */
  readonly waiting?: boolean | undefined;
  /** What a person typed: part of the payer's name or of the number of the payment. */
  readonly text?: string | undefined;
}

export interface RemittanceRow {
  readonly id: string;
  readonly version: number;
  readonly file_id: string;
  readonly state: RemittanceState;
  readonly reason: string | null;
  readonly payer_name: string;
  readonly trace_number: string;
  readonly method: string;
  readonly paid_on: string | null;
  readonly paid_cents: number;
  readonly received_at: Date;
  readonly claims: number;
  readonly posted: number;
  readonly review: number;
  readonly set_aside: number;
  readonly informed: number;
  readonly undone: number;
}

/** Payments of payers as they came. */
export async function listRemittances(
  tx: PracticeTx,
  filter: RemittanceFilter,
  listing: Listing & { readonly sort: RemittanceSort },
): Promise<{ readonly rows: readonly ListedRemittance[]; readonly total: number }> {
  const order = `${sortColumns[listing.sort]} ${orderSql(listing)}, r.id ${orderSql(listing)}`;
  const sql = `with page as (
       select r.id, r.version, r.file_id, r.state, r.reason, r.payer_name, r.trace_number, r.method, r.paid_on::text, r.paid_cents,
              f.at as received_at, row_number() over (order by ${order}) as place, count(*) over () as total
         from remittances r join edi_files f on f.practice_id = r.practice_id and f.id = r.file_id
        where r.practice_id = ? and (?::uuid[] is null or r.id = any (?::uuid[])) and (?::uuid is null or r.file_id = ?)
          and (?::text[] is null or r.state = any (?::text[]))
          and (not ?::boolean or exists (select 1 from remittance_claims c
                where c.practice_id = r.practice_id and c.remittance_id = r.id and c.state = 'review'))
          and (?::text is null or position(lower(?) in lower(r.payer_name)) > 0 or position(lower(?) in lower(r.trace_number)) > 0)
        order by ${order} limit ? offset ?)
     select p.*, n.* from page p
       cross join lateral (
         select count(*)::int as claims, count(*) filter (where c.state = 'posted')::int as posted,
                count(*) filter (where c.state = 'review')::int as review, count(*) filter (where c.state = 'set_aside')::int as set_aside,
                count(*) filter (where c.state = 'informed')::int as informed, count(*) filter (where c.state = 'undone')::int as undone
           from remittance_claims c where c.practice_id = ? and c.remittance_id = p.id) n
      order by p.place`;
  const { ids = null, fileId = null, states = null, waiting = false } = filter;
  const text = filter.text?.trim() || null;
  const { rows, total } = await paged(listing, async (limit, offset) => {
    const known = [tx.practiceId, ids, ids, fileId, fileId, states, states, waiting, text, text, text];
    const bound = [...known, limit, offset, tx.practiceId];
    return (await tx.rows.raw<{ rows: (RemittanceRow & { total: number })[] }>(sql, bound as never)).rows;
  });
  return { rows: rows.map(listed), total };
}

const listed = (row: RemittanceRow): ListedRemittance => ({
  id: row.id,
  version: row.version,
  fileId: row.file_id,
  state: row.state,
  reason: row.reason,
  payerName: row.payer_name,
  traceNumber: row.trace_number,
  method: row.method,
  paidOn: row.paid_on,
  paidCents: row.paid_cents,
  receivedAt: fromDate(row.received_at),
  claims: row.claims,
  posted: row.posted,
  review: row.review,
  setAside: row.set_aside,
  informed: row.informed,
  undone: row.undone,
});
