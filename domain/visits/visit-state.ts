import { type EventOf, type StateOf, lifeOf } from '../life';

/** Someone came: office or video. */
export const visitLife = lifeOf('visit', {
  '': { check_in: 'waiting' },
  waiting: { begin: 'in_session', leave: 'left' },
  in_session: { complete: 'checkout' },
  checkout: { check_out: 'done' },
  done: {},
  left: {},
});
export type VisitState = StateOf<typeof visitLife>;
export type VisitEvent = EventOf<typeof visitLife>;
