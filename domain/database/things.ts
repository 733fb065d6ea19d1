/**
 * What a workflow keeps. The names are those of the outbox, of `next_steps.entity` and of the workflow types. A `remittance` is a
 * file that came in.
 */
export const kept = [
  'appointment', //
  'claim',
  'claim_batch',
  'remittance',
] as const;

/** What screens are told about. */
export const announced = [
  ...kept,
  'next_step',
  'client',
  'visit',
  'message',
  'work_item',
  'practice',
  'block',
  'charge',
  'edi_file',
  /** One payment of a payer: the rows of `remittances`. */
  'payment',
  'balance',
] as const;

export type Kept = (typeof kept)[number];
export type Announced = (typeof announced)[number];

export const isKept = (kind: string): kind is Kept => (kept as readonly string[]).includes(kind);
