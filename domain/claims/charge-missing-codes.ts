/** What a charge cannot be made without, by code. Words: messages/<language>/charges.ts. */
export const missingForCharge = [
  'diagnosis',
  'coverage',
  'fee',
  'too_short',
  'clinician_npi',
  'billing_profile',
  'client_address',
] as const;
export type MissingForCharge = (typeof missingForCharge)[number];
