/** What visits are billed as, before a claim is made of it. */
export const charges = {
  /** What a charge cannot be made without, by code (`domain/claims/charge-missing-codes.ts`). */
  missing: {
    diagnosis: 'a diagnosis',
    coverage: 'insurance for that day',
    fee: 'a fee for the code',
    too_short: 'at least 16 minutes',
    clinician_npi: 'the clinician’s NPI',
    billing_profile: 'the practice’s billing details',
    client_address: 'the client’s address and sex',
  },
} as const;
