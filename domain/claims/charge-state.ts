import { type StateOf, lifeOf } from '../life';

/** What a visit is billed as. Kept proposes, a person approves. */
export const chargeLife = lifeOf('charge', {
  '': { propose: 'proposed' },
  proposed: { change: 'proposed', approve: 'approved', void: 'void' },
  approved: { void: 'void', reopen: 'proposed' },
  void: {},
});
export type ChargeState = StateOf<typeof chargeLife>;
