import { type StateOf, lifeOf } from '../life';

/**
 * Claims that leave in one file. `send` begins a try to hand the file over, or to ask whether it is there. `unknown`: the answer
 * was lost; it is asked for, never sent again blindly. `returned`: the clearinghouse will not take the file, it has nothing of it.
 */
export const claimBatchLife = lifeOf('claim_batch', {
  '': { open: 'open' },
  open: { write: 'written', void: 'void' },
  written: { send: 'sending', deliver: 'sent' },
  void: {},
  sending: { send: 'sending', deliver: 'sent', release: 'written', lose: 'unknown', return: 'returned' },
  sent: { accept: 'accepted', refuse: 'refused' },
  unknown: { send: 'sending', deliver: 'sent', release: 'written' },
  returned: { void: 'void' },
  accepted: {},
  refused: {},
});

export type ClaimBatchState = StateOf<typeof claimBatchLife>;
