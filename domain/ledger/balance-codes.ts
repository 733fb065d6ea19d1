/** Codes of what clients owe and pay. Words: messages/<language>/balances.ts. */

export const paymentMethods = ['cash', 'check', 'card', 'other'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export const balanceSorts = ['balanceCents', 'owedSince', 'name'] as const;
export const balanceStandings = ['owing', 'credit', 'settled'] as const;
export type BalanceStanding = (typeof balanceStandings)[number];

/**
 * What made a share what it is. `decided`: a payer left it to the client. `taken_back`: the payer reversed it. `other_payer`: the
 * last payer in turn decides. `undone`: the remittance was taken back here. `moved`: decided anew by what other payers said.
 */
export const shareStepCodes = ['decided', 'taken_back', 'other_payer', 'undone', 'moved'] as const;
export type ShareStepCode = (typeof shareStepCodes)[number];

/** Cents that come at once; more is a slip of the keyboard. */
export const largestPayment = 10_000_000;
