import { findClients } from '../clients/list-clients';
import { type Listing, orderSql, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { type Cents, centsOf } from '../money/cents';
import { fromDate, type Instant } from '../time/instant';
import type { BalanceStanding, balanceSorts } from './balance-codes';

/** What one client owes, and what is still with payers. */
export interface ListedBalance {
  readonly id: string;
  /** How many lines her account has: they only become more. */
  readonly version: number;
  readonly clientId: string;
  readonly clientName: string;
  readonly recordNumber: number;
  /** Positive: she owes it. Negative: it stands to her credit. */
  readonly balanceCents: Cents;
  /** The day since when she has owed something without a break, `YYYY-MM-DD`; null where she owes nothing. */
  readonly owedSince: string | null;
  /** Charged, and no payer has said anything about it yet. */
  readonly waitingCents: Cents;
  /** Denied by payers and in dispute. */
  readonly deniedCents: Cents;
  readonly lastPaidAt: Instant | null;
}

const sortColumns = {
  balanceCents: 's.balance',
  owedSince: 's.owed_since',
  name: 'lower(c.last_name) @, lower(c.first_name)',
} as const;

export interface BalanceFilter {
  readonly ids?: readonly string[] | undefined;
  readonly standing?: BalanceStanding | undefined;
  /** What a person typed: words of a name, digits of a phone number, or a birth date. */
  readonly text?: string | undefined;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly record_number: number;
  readonly version: number;
  readonly balance: number;
  readonly owed_since: string | null;
  readonly waiting: number;
  readonly denied: number;
  readonly last_paid_at: Date | null;
  readonly total: number;
}

/** Clients to whom payers have left something, or who have paid; by what they owe. */
export async function listBalances(
  tx: PracticeTx,
  filter: BalanceFilter,
  listing: Listing & { readonly sort: (typeof balanceSorts)[number] },
): Promise<{ readonly rows: readonly ListedBalance[]; readonly total: number }> {
  const text = filter.text?.trim() ?? '';
  const found = text === '' ? undefined : await findClients(tx, text, listing);
  const ids = found?.filter((id) => !filter.ids || filter.ids.includes(id)) ?? filter.ids ?? null;
  const order = orderSql(listing);
  const by = `${sortColumns[listing.sort].replace('@', order)} ${order}, c.id ${order}`;
  const sql = `with account as (
       select l.client_id, e.day, l.cents,
              row_number() over (partition by l.client_id order by e.at, e.id, l.line_no) as n,
              sum(l.cents) over (partition by l.client_id order by e.at, e.id, l.line_no) as running
         from ledger_lines l join ledger_entries e on e.practice_id = l.practice_id and e.id = l.entry_id
        where l.practice_id = ? and l.account = 'client' and (?::uuid[] is null or l.client_id = any (?::uuid[]))),
     even as (select client_id, max(n) filter (where running <= 0) as n from account group by 1),
     sums as (
       select a.client_id, sum(a.cents)::bigint as balance, count(*)::int as version,
              min(a.day) filter (where a.n > coalesce(z.n, 0))::text as owed_since
         from account a join even z on z.client_id = a.client_id group by 1),
     page as (
       select c.id, c.practice_id, coalesce(c.preferred_name, c.first_name) || ' ' || c.last_name as name, c.record_number, s.balance, s.version, s.owed_since,
              row_number() over (order by ${by}) as place, count(*) over () as total
         from sums s join clients c on c.practice_id = ? and c.id = s.client_id
        where ?::text is null or ? = case when s.balance > 0 then 'owing' when s.balance < 0 then 'credit' else 'settled' end
        order by ${by} limit ? offset ?)
     select p.id, p.name, p.record_number, p.version, p.balance, p.owed_since, p.total,
            (select coalesce(sum(l.cents), 0)::bigint from ledger_lines l where l.practice_id = p.practice_id and l.client_id = p.id and l.account = 'insurer') as waiting,
            (select coalesce(sum(l.cents), 0)::bigint from ledger_lines l where l.practice_id = p.practice_id and l.client_id = p.id and l.account = 'denial') as denied,
            (select max(y.taken_at) from client_payments y where y.practice_id = p.practice_id and y.client_id = p.id and y.voided_at is null) as last_paid_at
       from page p order by p.place`;
  const standing = filter.standing ?? null;
  const { rows, total } = await paged(listing, async (limit, offset) => {
    const values = [tx.practiceId, ids, ids, tx.practiceId, standing, standing, limit, offset];
    const answer = await tx.rows.raw<{ rows: Row[] }>(sql, values as never);
    return answer.rows;
  });
  return { rows: rows.map(listed), total };
}

const listed = (row: Row): ListedBalance => ({
  id: row.id,
  version: row.version,
  clientId: row.id,
  clientName: row.name,
  recordNumber: row.record_number,
  balanceCents: centsOf(row.balance),
  owedSince: row.owed_since,
  waitingCents: centsOf(row.waiting),
  deniedCents: centsOf(row.denied),
  lastPaidAt: row.last_paid_at === null ? null : fromDate(row.last_paid_at),
});
