import { proposeCharge } from '../claims/propose-charge';
import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import type { NotesRow } from '../database/tables.generated';
import type { VisitId } from '../ids';
import { practiceOf } from '../practice/policy';
import { AppError, invalid } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { type Instant, fromDate, toDate } from '../time/instant';
import { dayAt } from '../time/wall-time';
import { healWork } from '../work/close-work-item';
import { attachDiagnoses } from './note-diagnosis';
import { noteLife } from './note-state';
import { announceNote } from './write-note';

/**
 * Signs a note with the client's diagnoses of that day: it stays as it is from here on. Kept proposes the charge in the same
 * transaction, or says what is missing for one.
 * @throws AppError `not_found` (also to whoever did not write it), `stale_version`, `wrong_state`, `invalid` without attested times
 */
export async function signNote(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number },
): Promise<void> {
  const note = await locked(tx, 'notes', request.id, request.version);
  if (note.author_id !== tx.actor) throw new AppError('not_found');
  const { beganAt, endedAt } = attested(note, tx.now);
  await move(tx, 'notes', noteLife, note, 'sign', { signed_at: toDate(tx.now) });
  await tx.rows('attestations').insert({
    practice_id: tx.practiceId,
    id: note.id,
    visit_id: note.visit_id,
    client_id: note.client_id,
    clinician_id: note.author_id,
    began_at: toDate(beganAt),
    ended_at: toDate(endedAt),
    at: toDate(tx.now),
  });
  const { zone } = await practiceOf(tx);
  await attachDiagnoses(tx, { noteId: note.id, clientId: note.client_id, day: dayAt(beganAt, zone) });
  await noteEvent(tx, { entity: 'note', refId: note.id, clientId: note.client_id, code: 'note.signed' });
  await proposeCharge(tx, note.id);
  await announceNote(tx, note.visit_id);
  await toldOfSignature(tx, note.visit_id);
}

/** Nobody need ask for it any more, and whoever was asked is done. */
async function toldOfSignature(tx: PracticeTx, visitId: VisitId): Promise<void> {
  const of = await tx.one<{ id: string; version: number; client_id: string }>`
    select a.id, a.version, a.client_id from visits v join appointments a on a.practice_id = v.practice_id and a.id = v.appointment_id
     where v.practice_id = ${tx.practiceId} and v.id = ${visitId}`;
  if (!of) return;
  await tx.tell('appointment', of.id, of.version, of.client_id); // first: it waits for a plan that is about to ask, whose question is then healed
  await healWork(tx, of.id, ['note_unsigned']);
}

/** What is attested must be over. @throws AppError `invalid` */
export function attested(
  note: Pick<NotesRow, 'began_at' | 'ended_at'>,
  now: Instant,
): { readonly beganAt: Instant; readonly endedAt: Instant } {
  if (!note.began_at) throw invalid('/began', 'required');
  if (!note.ended_at) throw invalid('/ended', 'required');
  if (fromDate(note.ended_at) > now) throw invalid('/ended', 'time_in_future');
  return { beganAt: fromDate(note.began_at), endedAt: fromDate(note.ended_at) };
}
