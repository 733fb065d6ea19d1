import type { Kinds } from './live-cache';

/** What live events call a kind, and the resource whose rows it is. A page that shows a new kind adds it here. */
export const kinds: Kinds = {
  appointment: 'appointments',
  visit: 'visits',
  client: 'clients',
  claim: 'claims',
  remittance: 'remittances',
  work_item: 'work-items',
};
