import type { PracticeTx } from '../database/practice-tx';

/**
 * Where the cents of one payment are. What the claims were paid, less what the payer moved beside them, is what came: posted +
 * waiting + set aside + not yet worked off − adjusted = paid.
 */
export interface RemittanceTotals {
  readonly chargedCents: number;
  readonly postedCents: number;
  readonly waitingCents: number;
  readonly setAsideCents: number;
  /** Of claims that are not yet worked off, that only inform, or that were taken back. */
  readonly elsewhereCents: number;
  readonly adjustedCents: number;
  /** What is missing for the sum to be what came; 0 where it ties. */
  readonly offCents: number;
  /** What the posted claims did beside the money. */
  readonly contractualCents: number;
  readonly deniedCents: number;
  readonly clientCents: number;
}

export async function remittanceTotals(tx: PracticeTx, id: string, paidCents: number): Promise<RemittanceTotals> {
  const claims = await tx.one<{ charged: number; posted: number; waiting: number; aside: number; elsewhere: number }>`
    select coalesce(sum(charge_cents), 0)::bigint as charged,
           coalesce(sum(paid_cents) filter (where state = 'posted'), 0)::bigint as posted,
           coalesce(sum(paid_cents) filter (where state = 'review'), 0)::bigint as waiting,
           coalesce(sum(paid_cents) filter (where state = 'set_aside'), 0)::bigint as aside,
           coalesce(sum(paid_cents) filter (where state in ('found', 'informed', 'undone')), 0)::bigint as elsewhere
      from remittance_claims where practice_id = ${tx.practiceId} and remittance_id = ${id}`;
  const beside = await tx.one<{ adjusted: number }>`
    select coalesce(sum(cents), 0)::bigint as adjusted from remittance_adjustments
     where practice_id = ${tx.practiceId} and remittance_id = ${id}`;
  const books = await tx.one<{ contractual: number; denied: number; client: number }>`
    select coalesce(sum(l.cents) filter (where l.account = 'contractual'), 0)::bigint as contractual,
           coalesce(sum(l.cents) filter (where l.account = 'denial'), 0)::bigint as denied,
           coalesce(sum(l.cents) filter (where l.account = 'client'), 0)::bigint as client
      from ledger_entries e join ledger_lines l on l.practice_id = e.practice_id and l.entry_id = e.id
     where e.practice_id = ${tx.practiceId} and e.remittance_id = ${id}`;
  const { charged = 0, posted = 0, waiting = 0, aside = 0, elsewhere = 0 } = claims ?? {};
  const adjusted = beside?.adjusted ?? 0;
  return {
    chargedCents: charged,
    postedCents: posted,
    waitingCents: waiting,
    setAsideCents: aside,
    elsewhereCents: elsewhere,
    adjustedCents: adjusted,
    offCents: paidCents - (posted + waiting + aside + elsewhere - adjusted),
    contractualCents: books?.contractual ?? 0,
    deniedCents: books?.denied ?? 0,
    clientCents: books?.client ?? 0,
  };
}
