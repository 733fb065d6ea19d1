import { proposeCharge } from '../claims/propose-charge';
import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { AppError, invalid } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { toDate } from '../time/instant';
import { noteLife } from './note-state';

/**
 * Signs a note with the client's diagnoses as they are now: it stays as it is from here on. Kept proposes the charge in the
 * same transaction, or says what is missing for one.
 * @throws AppError `not_found` (also to whoever did not write it), `stale_version`, `wrong_state`, `invalid` without attested times
 */
export async function signNote(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number },
): Promise<void> {
  const note = await locked(tx, 'notes', request.id, request.version);
  if (note.author_id !== tx.actor) throw new AppError('not_found');
  if (!note.began_at) throw invalid('/beganAt', 'required');
  if (!note.ended_at) throw invalid('/endedAt', 'required');
  await move(tx, 'notes', noteLife, note, 'sign', { signed_at: toDate(tx.now) });
  await tx.rows.raw(
    `insert into note_diagnoses (practice_id, note_id, rank, client_id, code)
     select practice_id, ?, row_number() over (order by rank, noted_at), client_id, code from diagnoses
      where practice_id = ? and client_id = ? and until_day is null order by rank limit 12`,
    [note.id, tx.practiceId, note.client_id],
  );
  await noteEvent(tx, { entity: 'note', refId: note.id, clientId: note.client_id, code: 'note.signed' });
  await proposeCharge(tx, note.id);
}
