import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import { newId } from '../ids';
import { AppError } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { announceNote } from './write-note';

/** Adds to a signed note, beside it. Answers the amendment's id. @throws AppError `not_found`, `wrong_state` while it is a draft */
export async function amendNote(
  tx: PracticeTx,
  request: { readonly noteId: string; readonly version?: number; readonly body: string },
): Promise<string> {
  const note = await locked(tx, 'notes', request.noteId, request.version);
  if (note.state !== 'signed') throw new AppError('wrong_state', { entity: 'note', state: note.state, event: 'amend' });
  const id = newId();
  await tx.rows('note_amendments').insert({
    practice_id: tx.practiceId,
    id,
    note_id: note.id,
    client_id: note.client_id,
    author_id: tx.actor,
    body: request.body,
  });
  await noteEvent(tx, { entity: 'note', refId: note.id, clientId: note.client_id, code: 'note.amended' });
  await announceNote(tx, note.visit_id);
  return id;
}
