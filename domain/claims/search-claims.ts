import { findClients } from '../clients/list-clients';
import { type Listing, orderSql, paged } from '../database/listing';
import type { PracticeTx } from '../database/practice-tx';
import { practiceOf } from '../practice/policy';
import { type Instant, fromDate } from '../time/instant';
import { addDays, dayAt } from '../time/wall-time';
import { causesIn } from './claim-cause-codes';
import type { ClaimState } from './claim-state';

/** A claim in a list. Days are `YYYY-MM-DD`, money integer cents. */
export interface ClaimRow {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly clientName: string;
  readonly controlNumber: string;
  readonly payerId: string;
  readonly payerName: string;
  /** 1: the first payer, 2: the second. */
  readonly rank: number;
  readonly serviceDay: string;
  readonly codes: readonly string[];
  readonly clinicianName: string;
  readonly state: ClaimState;
  readonly chargeCents: number;
  readonly paidCents: number;
  /** What has not found its place yet: undecided, or denied and in dispute. */
  readonly openCents: number;
  /** Why it waits for a person; empty while it does not. */
  readonly causes: readonly string[];
  /** By the plan that its workflow follows. */
  readonly next: { readonly step: string; readonly due: Instant | null; readonly paused: boolean } | null;
  readonly due: Instant | null;
}

export interface ClaimFilter {
  readonly ids?: readonly string[] | undefined;
  readonly states?: readonly ClaimState[] | undefined;
  readonly payerId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly batchId?: string | undefined;
  /** Of the day of service, both ends count. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Served at least so many days ago. */
  readonly olderThanDays?: number | undefined;
  /** One of the reasons for which it waits for a person. */
  readonly cause?: string | undefined;
  /** What a person typed: what a client is found by, the beginning of a control number, or the payer's number whole. */
  readonly text?: string | undefined;
}

export const claimSorts = ['serviceDay', 'chargeCents', 'due'] as const;
const sortColumns = { serviceDay: 'service_day', chargeCents: 'charge_cents', due: 'due_at' } as const;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly client_id: string;
  readonly client_name: string;
  readonly control_number: string;
  readonly payer_id: string;
  readonly payer_name: string;
  readonly rank: number;
  readonly service_day: string;
  readonly codes: readonly string[] | null;
  readonly clinician_name: string | null;
  readonly state: ClaimState;
  readonly charge_cents: number;
  readonly paid: number;
  readonly placed: number;
  readonly said: Record<string, unknown> | null;
  readonly step: string | null;
  readonly due_at: Date | null;
  readonly paused: boolean;
  readonly total: number;
}

/** Claims as far as the caller may see them, with what the books and the plan say of each. */
export async function searchClaims(
  tx: PracticeTx,
  filter: ClaimFilter,
  listing: Listing & { readonly sort: (typeof claimSorts)[number] },
): Promise<{ readonly rows: readonly ClaimRow[]; readonly total: number }> {
  const { where, values } = await conditions(tx, filter, listing);
  const order = orderSql(listing);
  const by = `${sortColumns[listing.sort]} ${order} nulls last, id ${order}`;
  const sql = `
    with page as (
      select c.*, w.params as said, n.step, n.due_at, coalesce(n.paused_until > ?, false) as paused, count(*) over () as total
        from claims c
        left join next_steps n on n.practice_id = c.practice_id and n.id = c.id
        left join lateral (
          select e.params from claim_events e
           where c.state in ('blocked', 'rejected', 'denied') and e.practice_id = c.practice_id and e.claim_id = c.id and e.kind = c.state
           order by e.at desc, e.id desc limit 1) w on true
       where c.practice_id = ?${where}
       order by ${by} limit ? offset ?)
    select p.*, coalesce(k.preferred_name, k.first_name) || ' ' || k.last_name as client_name, y.name as payer_name, l.codes,
           s.short_name as clinician_name, coalesce(m.paid, 0)::bigint as paid, coalesce(m.placed, 0)::bigint as placed
      from page p
      join clients k on k.practice_id = p.practice_id and k.id = p.client_id
      join payers y on y.practice_id = p.practice_id and y.id = p.payer_id
      left join lateral (
        select array_agg(h.code order by cl.line_no) as codes, min(h.clinician_id::text)::uuid as clinician_id
          from claim_lines cl join charges h on h.practice_id = cl.practice_id and h.id = cl.charge_id
         where cl.practice_id = p.practice_id and cl.claim_id = p.id) l on true
      left join staff s on s.practice_id = p.practice_id and s.id = l.clinician_id
      left join lateral (
        select sum(cents) filter (where account = 'unapplied') as paid, sum(cents) as placed from ledger_lines b
         where b.practice_id = p.practice_id and b.claim_id = p.id and b.account in ('unapplied', 'contractual', 'client', 'write_off')) m on true
     order by ${by}`;
  const { rows, total } = await paged(listing, async (limit, offset) => {
    const bound = [new Date(tx.now), tx.practiceId, ...values, limit, offset];
    const answer = await tx.rows.raw<{ rows: Row[] }>(sql, bound as never);
    return answer.rows;
  });
  return { rows: rows.map(rowOf), total };
}

interface Conditions {
  readonly where: string;
  readonly values: readonly unknown[];
}

/** Only what is asked for becomes part of the query, so that the planner sees it. Texts are of this file, values are bound. */
async function conditions(tx: PracticeTx, filter: ClaimFilter, listing: Listing): Promise<Conditions> {
  const asked: (readonly [text: string, value: unknown])[] = [];
  const ask = (text: string, value: unknown) => {
    if (value !== undefined) asked.push([text, value]);
  };
  ask('c.id = any(?::uuid[])', filter.ids);
  ask('c.state = any(?::text[])', filter.states);
  ask('c.payer_id = ?::uuid', filter.payerId);
  ask('c.client_id = ?::uuid', filter.clientId);
  ask('c.service_day >= ?::date', filter.from);
  ask('c.service_day <= ?::date', filter.until);
  ask(
    'exists (select 1 from claim_sendings g where g.practice_id = c.practice_id and g.claim_id = c.id and g.batch_id = ?::uuid)',
    filter.batchId,
  );
  ask("? = any(string_to_array(coalesce(w.params ->> 'codes', w.params ->> 'rules'), ', '))", filter.cause);
  if (filter.olderThanDays !== undefined) {
    const { zone } = await practiceOf(tx);
    ask('c.service_day <= ?::date', addDays(dayAt(tx.now, zone), -filter.olderThanDays));
  }
  const text = filter.text?.trim() ?? '';
  if (text !== '') return withText(tx, text, listing, asked);
  return joined(asked);
}

async function withText(
  tx: PracticeTx,
  text: string,
  listing: Listing,
  asked: (readonly [string, unknown])[],
): Promise<Conditions> {
  const { where, values } = joined(asked);
  const clients = await findClients(tx, text, listing);
  const loose = text
    .toLowerCase()
    .replaceAll('-', '')
    .replaceAll(/[\\%_]/g, String.raw`\$&`);
  return {
    where: `${where} and (c.client_id = any(?::uuid[]) or lower(replace(c.control_number, '-', '')) like ? or lower(c.payer_control_number) = ?)`,
    values: [...values, clients, `${loose}%`, text.toLowerCase()],
  };
}

const joined = (asked: readonly (readonly [text: string, value: unknown])[]): Conditions => ({
  where: asked.map(([text]) => ` and ${text}`).join(''),
  values: asked.map(([, value]) => value),
});

function rowOf(row: Row): ClaimRow {
  const due = row.due_at === null ? null : fromDate(row.due_at);
  return {
    id: row.id,
    version: row.version,
    clientId: row.client_id,
    clientName: row.client_name,
    controlNumber: row.control_number,
    payerId: row.payer_id,
    payerName: row.payer_name,
    rank: row.rank,
    serviceDay: row.service_day,
    codes: row.codes ?? [],
    clinicianName: row.clinician_name ?? '',
    state: row.state,
    chargeCents: row.charge_cents,
    paidCents: row.paid,
    openCents: (row.state === 'void' ? 0 : row.charge_cents) - row.placed,
    causes: causesIn(row.said),
    next: row.step === null ? null : { step: row.step, due, paused: row.paused },
    due: row.step === null ? null : due,
  };
}
