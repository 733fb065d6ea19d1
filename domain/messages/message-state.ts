import { type StateOf, lifeOf } from '../life';

/**
 * One message to one client. `claimed`: someone may be calling the vendor right now. `unknown`: the vendor may or may not have
 * it, and a person decides; a late callback still makes it `sent`. The events per state are the protocol of docs/workflows/appointment.md.
 */
export const messageLife = lifeOf('message', {
  '': { plan: 'planned', claim: 'claimed', skip: 'skipped' },
  planned: { claim: 'claimed', skip: 'skipped', accept: 'sent' },
  claimed: {
    claim: 'claimed',
    accept: 'sent',
    refuse: 'refused',
    release: 'planned',
    lose: 'unknown',
    skip: 'skipped',
  },
  unknown: { accept: 'sent' },
  sent: {},
  refused: {},
  skipped: {},
});
export type MessageState = StateOf<typeof messageLife>;

/** Nothing more will be tried by itself. */
export const isSettled = (state: MessageState): boolean => state !== 'planned' && state !== 'claimed';
