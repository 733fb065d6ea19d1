import type { Posting } from '../ledger/post-entry';
import { type Cents, centsOf, negated } from '../money/cents';
import type { Adjustment } from '../x12/parts';
import type { RemittanceClaim } from '../x12/remittance';
import { adjustmentKind } from './adjustment-kind';
import { type BilledLine, linesFor, matchLines } from './match-lines';

/** Our claim, as far as posting needs it. */
export interface BilledClaim {
  readonly claimId: string;
  readonly clientId: string;
  readonly payerId: string;
  readonly lines: readonly BilledLine[];
}

/**
 * What the payer's word on a claim does to the books; undefined when some line is none of ours for certain. Money paid leaves
 * what is unapplied of the payment; what it settles leaves what the insurer owes. Reversals carry the same with other signs.
 * @param decided a person has decided that it is this claim: a line that is none of ours for certain counts for the claim as a whole
 */
export function claimEffect(
  said: RemittanceClaim,
  claim: BilledClaim,
  decided = false,
): readonly Posting[] | undefined {
  const matched = decided ? linesFor(said.lines, claim.lines) : matchLines(said.lines, claim.lines);
  if (!matched) return undefined;
  const only = claim.lines.length === 1 ? claim.lines[0] : undefined;
  const whole = only?.chargeId ?? null;
  const postings: Posting[] = [];
  for (const line of said.lines) {
    const chargeId = matched.get(line)?.chargeId ?? whole;
    postings.push(...settled(claim, chargeId, line.paid));
    for (const adjustment of line.adjustments) postings.push(...adjusted(claim, chargeId, adjustment));
  }
  // what is taken off the claim itself is not off its lines: they say more than was paid
  const beside = centsOf(said.paid - said.lines.reduce((sum, line) => sum + line.paid, 0));
  postings.push(...settled(claim, whole, beside));
  for (const adjustment of said.adjustments) postings.push(...adjusted(claim, whole, adjustment));
  return postings.filter(({ cents }) => cents !== 0);
}

function settled(claim: BilledClaim, chargeId: string | null, paid: Cents): readonly Posting[] {
  return pair(claim, chargeId, 'unapplied', paid, 'paid');
}

function adjusted(claim: BilledClaim, chargeId: string | null, by: Adjustment): readonly Posting[] {
  const reason = `${by.group}-${by.reason}`;
  switch (adjustmentKind(by.group, by.reason)) {
    case 'client':
      return pair(claim, chargeId, 'client', by.amount, reason);
    case 'contractual':
      return pair(claim, chargeId, 'contractual', by.amount, reason);
    case 'denied':
      return pair(claim, chargeId, 'denial', by.amount, reason);
    case 'nothing':
      return [];
  }
}

/** Moves cents from what the insurer owes to another account of the same claim. */
export function pair(
  claim: Pick<BilledClaim, 'claimId' | 'clientId' | 'payerId'>,
  chargeId: string | null,
  account: Posting['account'],
  cents: Cents,
  reason: string,
): readonly Posting[] {
  const of = { clientId: claim.clientId, claimId: claim.claimId, payerId: claim.payerId, chargeId, reason };
  return [
    { ...of, account, cents },
    { ...of, account: 'insurer', cents: negated(cents) },
  ];
}
