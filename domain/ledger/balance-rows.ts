import type { PracticeTx } from '../database/practice-tx';
import type { RemittanceClaim } from '../x12/remittance';
import type { PaymentMethod } from './balance-codes';

/** A line of the client's account, with the event of money that it belongs to. */
export interface OwedLine {
  readonly claim_id: string | null;
  readonly charge_id: string | null;
  readonly cents: number;
  readonly reason: string | null;
  readonly entry_id: string;
  readonly kind: string;
  readonly day: string;
  readonly payment_id: string | null;
  /** Of the entry itself, or of the one that it takes back. */
  readonly remittance_claim_id: string | null;
}

export const owedLines = (tx: PracticeTx, clientId: string): Promise<readonly OwedLine[]> => tx.all<OwedLine>`
  select l.claim_id, l.charge_id, l.cents, l.reason, e.id as entry_id, e.kind, e.day::text,
         coalesce(e.payment_id, u.payment_id) as payment_id, coalesce(e.remittance_claim_id, u.remittance_claim_id) as remittance_claim_id
    from ledger_lines l
    join ledger_entries e on e.practice_id = l.practice_id and e.id = l.entry_id
    left join ledger_entries u on u.practice_id = e.practice_id and u.id = e.undoes_id
   where l.practice_id = ${tx.practiceId} and l.client_id = ${clientId} and l.account = 'client'
   order by e.at, e.id, l.line_no`;

/** What a payer said, and in which file. Who may not read remittances finds none. */
export interface SaidRow {
  readonly id: string;
  readonly remittance_id: string;
  readonly file_id: string;
  readonly file_name: string;
  readonly payer_name: string;
  readonly trace_number: string;
  readonly paid_on: string | null;
  readonly status: string;
  readonly content: RemittanceClaim;
}

export const saidRows = (tx: PracticeTx, ids: readonly string[]): Promise<readonly SaidRow[]> => tx.all<SaidRow>`
  select r.id, r.remittance_id, m.file_id, f.name as file_name, m.payer_name, m.trace_number, m.paid_on::text, r.status, r.content
    from remittance_claims r
    join remittances m on m.practice_id = r.practice_id and m.id = r.remittance_id
    join edi_files f on f.practice_id = m.practice_id and f.id = m.file_id
   where r.practice_id = ${tx.practiceId} and r.id = any (${[...ids]}::uuid[])`;

/** A charge as the books have it: what it cost, and the day of the service, whenever it left the books and came back. Code and line control only for who may read charges. */
export interface ChargeRow {
  readonly id: string;
  readonly cents: number;
  readonly day: string;
  readonly code: string | null;
  readonly line_control: string | null;
}

export const chargeRows = (tx: PracticeTx, ids: readonly string[]): Promise<readonly ChargeRow[]> => tx.all<ChargeRow>`
  select l.charge_id as id, -sum(l.cents)::bigint as cents, (max(e.day) filter (where e.kind = 'charge'))::text as day, h.code, h.line_control
    from ledger_lines l
    join ledger_entries e on e.practice_id = l.practice_id and e.id = l.entry_id
    left join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
   where l.practice_id = ${tx.practiceId} and l.charge_id = any (${[...ids]}::uuid[]) and l.account = 'revenue'
   group by l.charge_id, h.code, h.line_control`;

export interface ClaimRow {
  readonly id: string;
  readonly control_number: string;
  readonly charge_cents: number;
  readonly service_day: string;
}

export const claimRows = (tx: PracticeTx, ids: readonly string[]): Promise<readonly ClaimRow[]> => tx.all<ClaimRow>`
  select id, control_number, charge_cents, service_day::text from claims
   where practice_id = ${tx.practiceId} and id = any (${[...ids]}::uuid[])`;

export interface PaidRow {
  readonly id: string;
  readonly version: number;
  readonly method: PaymentMethod;
  readonly cents: number;
  readonly reference: string | null;
  readonly visit_id: string | null;
  readonly taken_at: Date;
  readonly voided_at: Date | null;
  readonly arrived_at: Date | null;
  readonly zone: string;
}

export const paidRows = (tx: PracticeTx, clientId: string): Promise<readonly PaidRow[]> => tx.all<PaidRow>`
  select y.id, y.version, y.method, y.cents, y.reference, y.visit_id, y.taken_at, y.voided_at, v.arrived_at, p.zone
    from client_payments y
    join practice_profiles p on p.practice_id = y.practice_id
    left join visits v on v.practice_id = y.practice_id and v.id = y.visit_id
   where y.practice_id = ${tx.practiceId} and y.client_id = ${clientId} order by y.taken_at, y.id`;

export interface ClaimSum {
  readonly claim_id: string;
  readonly charge_id: string | null;
  readonly account: string;
  readonly cents: number;
}

export const claimSums = (tx: PracticeTx, ids: readonly string[]): Promise<readonly ClaimSum[]> => tx.all<ClaimSum>`
  select claim_id, charge_id, account, sum(cents)::bigint as cents from ledger_lines
   where practice_id = ${tx.practiceId} and claim_id = any (${[...ids]}::uuid[]) group by 1, 2, 3`;
