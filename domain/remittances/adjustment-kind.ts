/**
 * What an adjustment does to the books, by its group and reason (X12 code lists 1033 and 1034). Numbers only: the texts are
 * X12's. `client`: she owes it. `contractual`: the contract takes it off. `nothing`: it says what somebody else did, and moves
 * no money here. `denied`: a person works on it; so is every reason that this table does not know.
 */
export type AdjustmentKind = 'client' | 'contractual' | 'nothing' | 'denied';

/** Deductible, coinsurance, copayment: the only reasons by which a client comes to owe anything. */
const clientReasons: ReadonlySet<string> = new Set(['1', '2', '3']);

/** Fee above what was agreed, bundled, capitated, sequestration and their like. */
const contractualReasons: ReadonlySet<string> = new Set([
  '24',
  '42',
  '44',
  '45',
  '59',
  '90',
  '91',
  '94',
  '97',
  '104',
  '131',
  '144',
  '161',
  '172',
  '223',
  '225',
  '237',
  '253',
]);

/** Duplicate of what was decided before, what a payer before paid, and predetermination. */
const silentReasons: ReadonlySet<string> = new Set(['18', '23', '101']);

export function adjustmentKind(group: string, reason: string): AdjustmentKind {
  if (silentReasons.has(reason)) return 'nothing';
  if (group === 'PR') return clientReasons.has(reason) ? 'client' : 'denied';
  return contractualReasons.has(reason) ? 'contractual' : 'denied';
}
