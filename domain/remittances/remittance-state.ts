import { type StateOf, lifeOf } from '../life';

/**
 * One payment of a payer. What does not tie to the cent is quarantined, what came before is a duplicate. It is taken back claim
 * by claim; in one step (`undo`) only builds of before that did.
 */
export const remittanceLife = lifeOf('remittance', {
  '': { find: 'found' },
  found: { post: 'posting', quarantine: 'quarantined', repeat: 'duplicate', inform: 'informed' },
  posting: { finish: 'posted', take_back: 'undoing', undo: 'undone' },
  quarantined: { release: 'found' },
  duplicate: {},
  informed: {},
  posted: { take_back: 'undoing', undo: 'undone' },
  undoing: { undo: 'undone' },
  undone: {},
});

export type RemittanceState = StateOf<typeof remittanceLife>;
