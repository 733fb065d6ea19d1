import { type Cents, centsOf, sumOf } from '../money/cents';
import type { Adjustment } from './parts';
import type { RemittanceClaim, RemittanceLine } from './remittance';

/** An equation of TR3 section 1.10.2.1 that does not hold. Amounts are cents, as the file has them. */
export type ClaimImbalance =
  /** SVC02 − CAS of the line = SVC03 */
  | {
      readonly level: 'line';
      readonly line: number;
      readonly charge: Cents;
      readonly adjusted: Cents;
      readonly paid: Cents;
    }
  /** CLP03 − all CAS of the claim and its lines = CLP04 */
  | { readonly level: 'claim'; readonly charge: Cents; readonly adjusted: Cents; readonly paid: Cents }
  /** sum of SVC03 − CAS of the claim = CLP04 */
  | { readonly level: 'claim_lines'; readonly lines: Cents; readonly adjusted: Cents; readonly paid: Cents };

/** BPR02 = sum of CLP04 − sum of PLB */
export interface RemittanceImbalance {
  readonly level: 'remittance';
  readonly claims: Cents;
  readonly providerAdjustments: Cents;
  readonly stated: Cents;
}

/** What does not balance in one claim, lines first; empty: it ties to the cent. */
export function imbalancesOfClaim(claim: RemittanceClaim): ClaimImbalance[] {
  const imbalances: ClaimImbalance[] = [];
  let paidByLines = 0;
  let adjustedByLines = 0;
  for (const line of claim.lines) {
    const adjusted = totalOf(line.adjustments);
    if (line.charge - adjusted !== line.paid) imbalances.push(lineImbalance(line, adjusted));
    adjustedByLines += adjusted;
    paidByLines += line.paid;
  }
  const { charge, paid } = claim;
  const adjustedByClaim = totalOf(claim.adjustments);
  const adjusted = centsOf(adjustedByClaim + adjustedByLines);
  if (charge - adjusted !== paid) imbalances.push({ level: 'claim', charge, adjusted, paid });
  if (claim.lines.length > 0 && paidByLines - adjustedByClaim !== paid)
    imbalances.push({ level: 'claim_lines', lines: centsOf(paidByLines), adjusted: centsOf(adjustedByClaim), paid });
  return imbalances;
}

const lineImbalance = (line: RemittanceLine, adjusted: number): ClaimImbalance => ({
  level: 'line',
  line: line.ordinal,
  charge: line.charge,
  adjusted: centsOf(adjusted),
  paid: line.paid,
});

/** A positive PLB reduces the payment. */
export function remittanceImbalance(
  claims: Cents,
  providerAdjustments: readonly { readonly amount: Cents }[],
  stated: Cents,
): RemittanceImbalance | undefined {
  const adjusted = sumOf(providerAdjustments.map((one) => one.amount));
  if (claims - adjusted === stated) return undefined;
  return { level: 'remittance', claims, providerAdjustments: adjusted, stated };
}

function totalOf(adjustments: readonly Adjustment[]): number {
  let total = 0;
  for (const adjustment of adjustments) total += adjustment.amount;
  return total;
}
