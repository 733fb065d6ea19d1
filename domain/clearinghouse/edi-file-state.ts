import { type StateOf, lifeOf } from '../life';

/** A file that came or went. It is stored before anything reads it. */
export const ediFileLife = lifeOf('edi_file', {
  '': { store: 'stored', write: 'written' },
  stored: { read: 'read', quarantine: 'quarantined', repeat: 'duplicate' },
  written: {},
  read: {},
  quarantined: { retry: 'stored', dismiss: 'dismissed' },
  duplicate: {},
  dismissed: {},
});

export type EdiFileState = StateOf<typeof ediFileLife>;
