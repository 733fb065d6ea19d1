import type { RemittanceClaim } from '../x12/remittance';
import { type AdjustmentKind, adjustmentKind } from './adjustment-kind';

/** What a payer did to a claim, in cents by what it means, and the reasons that it gave. */
export interface ClaimSums {
  readonly contractualCents: number;
  readonly deniedCents: number;
  readonly clientCents: number;
  /** `CO-45`, each once, in the order of the file; those that move nothing are left out. */
  readonly reasons: readonly string[];
}

/** Adds up the adjustments of a claim and of its lines, by the same table that posting goes by. */
export function claimSums(said: Pick<RemittanceClaim, 'adjustments' | 'lines'>): ClaimSums {
  const all = [...said.adjustments, ...said.lines.flatMap((line) => line.adjustments)];
  const told = all.filter(({ group, reason }) => adjustmentKind(group, reason) !== 'nothing');
  const sum = (kind: AdjustmentKind) =>
    told
      .filter(({ group, reason }) => adjustmentKind(group, reason) === kind)
      .reduce((total, { amount }) => total + amount, 0);
  return {
    contractualCents: sum('contractual'),
    deniedCents: sum('denied'),
    clientCents: sum('client'),
    reasons: [...new Set(told.map(({ group, reason }) => `${group}-${reason}`))],
  };
}
