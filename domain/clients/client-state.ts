import { type StateOf, lifeOf } from '../life';

export const clientLife = lifeOf('client', {
  '': { register: 'active' },
  active: { deactivate: 'inactive', discharge: 'discharged' },
  inactive: { reactivate: 'active' },
  discharged: { reactivate: 'active' },
});
export type ClientState = StateOf<typeof clientLife>;
