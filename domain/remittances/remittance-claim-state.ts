import { type StateOf, lifeOf } from '../life';

/**
 * What a payer said of one claim. What is not certain waits for a person; a reversal waits again when the payment that it takes back
 * is itself taken back here.
 */
export const remittanceClaimLife = lifeOf('remittance_claim', {
  '': { find: 'found' },
  found: { post: 'posted', review: 'review', inform: 'informed', undo: 'undone' },
  posted: { wait: 'review', undo: 'undone' },
  review: { post: 'posted', set_aside: 'set_aside', undo: 'undone' },
  informed: { undo: 'undone' },
  undone: {},
  set_aside: { reopen: 'review', undo: 'undone' },
});

export type RemittanceClaimState = StateOf<typeof remittanceClaimLife>;
