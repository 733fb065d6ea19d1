import type { PracticeTx } from '../database/practice-tx';
import { type Standing, readClaimLedger } from '../ledger/claim-ledger';
import { type Cents, centsOf } from '../money/cents';
import type { Instant } from '../time/instant';
import { fromDate } from '../time/instant';

/** Why cents went where they are: the adjustment's group and reason, as the payer said it. */
export interface PlacedReason {
  readonly account: 'contractual' | 'denial' | 'client' | 'write_off';
  readonly reason: string;
  readonly cents: Cents;
}

export interface MoneyLine extends Standing {
  readonly lineControl: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly minutes: number | null;
  readonly reasons: readonly PlacedReason[];
}

/** A payment that speaks of the claim. */
export interface ClaimRemittance {
  readonly id: string;
  readonly traceNumber: string;
  readonly method: string;
  readonly paidOn: string | null;
  readonly postedAt: Instant | null;
}

export interface ClaimMoney {
  readonly whole: Standing;
  readonly lines: readonly MoneyLine[];
  /** What a payer said of the claim and of none of its lines; undefined where that is nothing. */
  readonly beside: (Standing & { readonly reasons: readonly PlacedReason[] }) | undefined;
  readonly remittances: readonly ClaimRemittance[];
}

interface ReasonRow extends PlacedReason {
  readonly charge_id: string | null;
}

const places = ['charge', 'paid', 'contractual', 'denied', 'client', 'writtenOff', 'open'] as const;

/** Where each cent of a claim is and why, worked out from its ledger lines. */
export async function claimMoney(
  tx: PracticeTx,
  claim: { readonly id: string; readonly control_number: string },
): Promise<ClaimMoney> {
  const ledger = await readClaimLedger(tx, claim.control_number);
  const charges = await tx.all<{
    id: string;
    line_control: string;
    code: string;
    modifiers: string[];
    units: number;
    minutes: number | null;
  }>`
    select h.id, h.line_control, h.code, h.modifiers, h.units, h.minutes from claim_lines l
      join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
     where l.practice_id = ${tx.practiceId} and l.claim_id = ${claim.id} order by l.line_no`;
  const reasons = await tx.all<ReasonRow>`
    select charge_id, account, reason, sum(cents)::bigint as cents from ledger_lines
     where practice_id = ${tx.practiceId} and claim_id = ${claim.id} and account in ('contractual', 'denial', 'client', 'write_off')
       and reason is not null and reason <> 'turn'
     group by 1, 2, 3 having sum(cents) <> 0 order by 2, 3`;
  const reasonsOf = (chargeId: string | null): readonly PlacedReason[] =>
    reasons
      .filter((one) => one.charge_id === chargeId)
      .map(({ account, reason, cents }) => ({ account, reason, cents }));
  const standings = new Map(ledger.lines.map(({ lineControl, standing }) => [lineControl, standing]));
  const lines = charges.flatMap((line) => {
    const standing = standings.get(line.line_control);
    const { line_control: lineControl, code, modifiers, units, minutes } = line;
    return standing ? [{ ...standing, lineControl, code, modifiers, units, minutes, reasons: reasonsOf(line.id) }] : [];
  });
  const beside = besides(ledger.whole, lines);
  return {
    whole: ledger.whole,
    lines,
    beside: beside && { ...beside, reasons: reasonsOf(null) },
    remittances: await remittancesOf(tx, claim.id),
  };
}

/** The whole less its lines; undefined where that is nothing anywhere. */
function besides(whole: Standing, lines: readonly Standing[]): Standing | undefined {
  const rest = (of: keyof Standing) => centsOf(whole[of] - lines.reduce((sum, line) => sum + line[of], 0));
  if (places.every((of) => rest(of) === 0)) return undefined;
  return {
    charge: rest('charge'),
    paid: rest('paid'),
    contractual: rest('contractual'),
    denied: rest('denied'),
    client: rest('client'),
    writtenOff: rest('writtenOff'),
    open: rest('open'),
  };
}

async function remittancesOf(tx: PracticeTx, claimId: string): Promise<readonly ClaimRemittance[]> {
  const rows = await tx.all<{
    id: string;
    trace_number: string;
    method: string;
    paid_on: string | null;
    posted_at: Date | null;
  }>`
    select distinct r.id, r.trace_number, r.method, r.paid_on::text, r.posted_at from remittance_claims c
      join remittances r on r.practice_id = c.practice_id and r.id = c.remittance_id
     where c.practice_id = ${tx.practiceId} and c.claim_id = ${claimId} and c.state = 'posted' order by r.id desc`;
  return rows.map((row) => ({
    id: row.id,
    traceNumber: row.trace_number,
    method: row.method,
    paidOn: row.paid_on,
    postedAt: row.posted_at === null ? null : fromDate(row.posted_at),
  }));
}
