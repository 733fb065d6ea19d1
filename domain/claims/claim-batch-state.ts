import { lifeOf } from '../life';

/** Claims that leave in one file. `unknown`: the answer to the sending was lost; it is asked for, never sent again blindly. */
export const claimBatchLife = lifeOf('claim_batch', {
  '': { open: 'open' },
  open: { write: 'written', void: 'void' },
  written: { send: 'sending' },
  void: {},
  sending: { send: 'sending', deliver: 'sent', lose: 'unknown' },
  sent: { accept: 'accepted', refuse: 'refused' },
  unknown: { send: 'sending', deliver: 'sent' },
  accepted: {},
  refused: {},
});
