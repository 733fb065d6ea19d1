import { lifeOf } from '../life';

/** A note. What is signed stays as it is; amendments stand beside it. */
export const noteLife = lifeOf('note', {
  '': { draft: 'draft' },
  draft: { write: 'draft', sign: 'signed' },
  signed: {},
});
