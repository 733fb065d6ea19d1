/** What else is asked for again when an answer of a payer is posted or set aside. */
export const alsoChanges = [
  'remittances',
  'remittance-files',
  'edi-files',
  'work-items',
  'counts',
  'claims',
  'balances',
] as const;
