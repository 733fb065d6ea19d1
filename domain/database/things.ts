/** What a workflow keeps. The names are those of the outbox, of `next_steps.entity` and of the workflow types. */
export const kept = [
  'appointment', //
  'claim',
  'claim_batch',
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
  'remittance',
  'balance',
] as const;

export type Kept = (typeof kept)[number];
export type Announced = (typeof announced)[number];

export const isKept = (kind: string): kind is Kept => (kept as readonly string[]).includes(kind);
