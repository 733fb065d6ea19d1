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

/** The same when a payment is posted, or taken back, from its own page. */
export const paymentChanges = [
  'remittance-claims',
  'remittance-files',
  'work-items',
  'counts',
  'claims',
  'balances',
] as const;
