import type { ProblemCode } from '../../domain/problems';

/** What went wrong, and what to do about it, for every code that the API can answer. */
export const problems = {
  malformed: { title: 'This request could not be read', remedy: 'Reload the page and try again.' },
  idempotency_key_missing: { title: 'This request was incomplete', remedy: 'Reload the page and try again.' },
  method_not_allowed: { title: 'This cannot be done here', remedy: 'Reload the page and try again.' },
  too_large: { title: 'That is too large', remedy: 'Choose a smaller file, or send it in parts.' },
  unsupported_media: { title: 'This kind of file is not accepted', remedy: 'Choose another file.' },
  invalid: { title: 'Something needs correcting', remedy: 'Look at the marked fields.' },
  too_many_rows: {
    title: 'These are more rows than a file takes',
    remedy: 'Narrow the list by its filters first.',
  },
  idempotency_key_reused: {
    title: 'This was already sent with other details',
    remedy: 'Reload the page to see what was saved.',
  },
  precondition_missing: { title: 'This request was incomplete', remedy: 'Reload the page and try again.' },
  too_many_requests: { title: 'Too many tries', remedy: 'Wait a minute, then try again.' },
  signed_out: { title: 'You are signed out', remedy: 'Sign in to go on. What you typed is kept.' },
  wrong_credentials: { title: 'Email and password do not match', remedy: 'Check both and try again.' },
  foreign_origin: { title: 'This request came from another site', remedy: 'Open Kept at its own address.' },
  not_found: { title: 'This is not here', remedy: 'It may have ended, or you may not have access to it.' },
  slot_taken: { title: 'That time is taken', remedy: 'Choose one of the alternatives.' },
  wrong_state: { title: 'This is no longer possible', remedy: 'It has moved on. The page shows where it stands now.' },
  in_progress: { title: 'This is already under way', remedy: 'Wait a moment. The page shows the result.' },
  not_postable: {
    title: 'This cannot be posted to that claim',
    remedy:
      'It takes back a payment that has not come. It is posted by itself when that payment comes, or set it aside.',
  },
  duplicate: {
    title: 'This exists already',
    remedy: 'Open the one that exists, or change what makes this one different.',
  },
  claim_incomplete: {
    title: 'Something that the claim needs is missing',
    remedy: 'Insurance, address, clinician and practice must be set up for the day of the visit. Then try again.',
  },
  payer_number_unknown: {
    title: 'The payer has not told its number for this claim yet',
    remedy: 'What the payer has can only be changed by its number. Wait for its answer.',
  },
  other_payer: {
    title: 'Another payer covers this day now',
    remedy: 'A claim cannot move to another payer. Void it, then bill the visit anew.',
  },
  charge_in_claim: {
    title: 'This charge stands on a claim',
    remedy: 'Wait for the payer’s answer or void the claim, then change the charge.',
  },
  link_expired: { title: 'This link has expired', remedy: 'Ask for a new one.' },
  stale_version: { title: 'Someone changed this first', remedy: 'Compare both versions and save again.' },
  internal: {
    title: 'Something went wrong on our side',
    remedy: 'Nothing was changed. Try again; if it stays, tell your administrator the number below.',
  },
  vendor_not_configured: { title: 'This is not set up yet', remedy: 'An administrator can connect it in Settings.' },
  try_again: { title: 'That did not work this time', remedy: 'Try again in a moment.' },
} as const satisfies ProblemWords;

export type ProblemWords = Readonly<Record<ProblemCode, { readonly title: string; readonly remedy: string }>>;
