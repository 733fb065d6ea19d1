import { type StateOf, lifeOf } from '../life';

/** A claim, as its events made it. Versions are sent; a claim that is mended is ready again. */
export const claimLife = lifeOf('claim', {
  '': { make: 'ready' },
  ready: { scrub_fail: 'blocked', mend: 'ready', submit: 'submitted', void: 'void' },
  blocked: { mend: 'ready', void: 'void' },
  submitted: { reject: 'rejected', accept: 'accepted', adjudicate: 'adjudicated', deny: 'denied' },
  void: {},
  rejected: { adjudicate: 'adjudicated', deny: 'denied', mend: 'ready', void: 'void' },
  accepted: { reject: 'rejected', adjudicate: 'adjudicated', deny: 'denied' },
  adjudicated: { deny: 'denied', adjudicate: 'adjudicated', reverse: 'accepted', mend: 'ready', close: 'closed' },
  denied: { adjudicate: 'adjudicated', deny: 'denied', reverse: 'accepted', mend: 'ready', close: 'closed' },
  closed: { adjudicate: 'adjudicated', reverse: 'accepted', mend: 'ready' },
});
export type ClaimState = StateOf<typeof claimLife>;
