/** By what lists of remittances and of their claims are put in order. */
export const remittanceSorts = ['receivedAt', 'paidOn', 'paidCents', 'payerName', 'traceNumber'] as const;
export type RemittanceSort = (typeof remittanceSorts)[number];

export const remittanceClaimSorts = ['ordinal', 'paidCents', 'chargeCents'] as const;
export type RemittanceClaimSort = (typeof remittanceClaimSorts)[number];

/** Bytes of a file that comes at once. A remittance of 200,000 claims has half of it. */
export const largestRemittance = 200_000_000;

/** What a person compares: what the payer says, and what we know. */
export const comparedFields = [
  'control_number',
  'payer_control_number',
  'patient',
  'member_id',
  'service_day',
  'charge',
  'lines',
] as const;
export type ComparedField = (typeof comparedFields)[number];
/** What is not certain about a payer's word on a claim, by code; a person decides, with the candidate beside it. */
export const reviewReasons = [
  'unmatched',
  'number_not_exact',
  'someone_else',
  'lines_unmatched',
  'reversal_without_original',
  // a defect: nothing of it is in the books
  'failed',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** Why a person sets a payer's word aside: its money stays unapplied until the payer takes it back, or it moves none. */
export const asideReasons = ['not_ours', 'settled_elsewhere', 'no_effect'] as const;
export type AsideReason = (typeof asideReasons)[number];
