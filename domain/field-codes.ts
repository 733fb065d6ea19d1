/**
 * Everything that can be wrong with one field of a request. Their words, with the parameters named here:
 * messages/<language>/fields.ts; a code without words does not compile.
 */
export const fieldCodes = [
  'required',
  'unknown_field',
  // of what was typed
  'too_short', // min
  'too_long', // max
  'too_small', // min
  'too_big', // max
  'too_few', // min
  'too_many', // max
  'not_a_number',
  'not_one_of',
  'not_an_id',
  'wrong_kind',
  'wrong_format',
  'character_not_allowed',
  'wall_time_malformed',
  'day_malformed',
  'day_out_of_range',
  'instant_out_of_range',
  'range_malformed',
  'email_malformed',
  'phone_malformed',
  'vendor_malformed',
  'zone_unknown',
  'diagnosis_unknown',
  'npi_malformed',
  'fee_missing',
  'card_number',
  // of what it means
  'day_in_future',
  'day_before_other',
  'starts_in_past',
  'time_before_other',
  'time_in_future',
  'session_too_long', // max
  'out_of_range',
  'not_a_clinician',
  'consent_without_mobile',
  'consent_without_email',
] as const;

export type FieldCode = (typeof fieldCodes)[number];

export const isFieldCode = (text: string): text is FieldCode => (fieldCodes as readonly string[]).includes(text);
