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
