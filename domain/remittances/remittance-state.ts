import { type StateOf, lifeOf } from '../life';

/** One payment of a payer. What does not tie to the cent is quarantined, what came before is a duplicate. */
export const remittanceLife = lifeOf('remittance', {
  '': { find: 'found' },
  found: { post: 'posting', quarantine: 'quarantined', repeat: 'duplicate', inform: 'informed' },
  posting: { finish: 'posted', undo: 'undone' },
  quarantined: { release: 'found' },
  duplicate: {},
  informed: {},
  posted: { undo: 'undone' },
  undone: {},
});

export type RemittanceState = StateOf<typeof remittanceLife>;
