import { type StateOf, lifeOf } from '../life';

/**
 * A claim, as its events made it. Versions are sent; a claim that is mended is ready again with a new one. `withdraw`: the payer
 * took the version that takes the claim back.
 */
export const claimLife = lifeOf('claim', {
  '': { make: 'ready' },
  ready: { scrub_fail: 'blocked', mend: 'ready', submit: 'submitted', void: 'void' },
  blocked: { mend: 'ready', void: 'void', close: 'closed' },
  submitted: {
    reject: 'rejected',
    accept: 'accepted',
    adjudicate: 'adjudicated',
    deny: 'denied',
    withdraw: 'void',
    close: 'closed',
  },
  void: {},
  rejected: {
    adjudicate: 'adjudicated',
    deny: 'denied',
    mend: 'ready',
    void: 'void',
    withdraw: 'void',
    close: 'closed',
  },
  accepted: {
    reject: 'rejected',
    adjudicate: 'adjudicated',
    deny: 'denied',
    mend: 'ready',
    withdraw: 'void',
    close: 'closed',
  },
  adjudicated: {
    deny: 'denied',
    adjudicate: 'adjudicated',
    reverse: 'accepted',
    mend: 'ready',
    withdraw: 'void',
    close: 'closed',
  },
  denied: {
    adjudicate: 'adjudicated',
    deny: 'denied',
    reverse: 'accepted',
    mend: 'ready',
    withdraw: 'void',
    close: 'closed',
  },
  closed: { adjudicate: 'adjudicated', deny: 'denied', reverse: 'accepted', mend: 'ready' },
});
export type ClaimState = StateOf<typeof claimLife>;
