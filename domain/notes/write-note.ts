import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import { type VisitId, newId } from '../ids';
import { AppError } from '../problems';
import { type Instant, fromDate, toDate } from '../time/instant';
import { guardTimes } from './attested-times';

/** What a clinician types: subjective, objective, assessment, plan; and when the session really began and ended. */
export interface NoteText {
  readonly subjective: string;
  readonly objective: string;
  readonly assessment: string;
  readonly plan: string;
  /** Left out: as the visit went. */
  readonly beganAt?: Instant | null;
  readonly endedAt?: Instant | null;
}

/**
 * Saves a draft while whoever held the session types: the first save, on version 0, makes the note. Answers its id.
 * @throws AppError `not_found`, `stale_version`, `wrong_state` once it is signed or when nobody was seen, `invalid`
 */
export async function writeNote(
  tx: PracticeTx,
  request: { readonly visitId: VisitId; readonly version?: number } & NoteText,
): Promise<string> {
  const visit = await locked(tx, 'visits', request.visitId);
  if (visit.clinician_id !== tx.actor) throw new AppError('not_found');
  const found = await tx.one<{ id: string; version: number; state: string }>`
    select id, version, state from notes where practice_id = ${tx.practiceId} and visit_id = ${visit.id} for update`;
  const seen = request.version ?? found?.version ?? 0;
  if (seen !== (found?.version ?? 0)) throw new AppError('stale_version', { version: found?.version ?? 0 });
  const state = found?.state ?? visit.state;
  if (state === 'signed' || state === 'left') throw new AppError('wrong_state', { entity: 'note', state });

  const times = { beganAt: given(request.beganAt, visit.began_at), endedAt: given(request.endedAt, visit.ended_at) };
  guardTimes(times.beganAt, times.endedAt);
  const text = {
    subjective: request.subjective,
    objective: request.objective,
    assessment: request.assessment,
    plan: request.plan,
    began_at: dateOf(times.beganAt),
    ended_at: dateOf(times.endedAt),
    written_at: toDate(tx.now),
  };
  const id = found?.id ?? newId();
  tx.touch({ record: id, client: visit.client_id, fields: ['note'] });
  if (found) {
    await tx
      .rows('notes')
      .where({ practice_id: tx.practiceId, id })
      .update({ ...text, version: found.version + 1 });
    return id;
  }
  await tx.rows('notes').insert({
    practice_id: tx.practiceId,
    id,
    visit_id: visit.id,
    client_id: visit.client_id,
    author_id: visit.clinician_id,
    state: 'draft',
    created_at: toDate(tx.now),
    ...text,
  });
  await announceNote(tx, visit.id);
  return id;
}

/** Screens that show the visit show how far its note is. */
export async function announceNote(tx: PracticeTx, visitId: VisitId): Promise<void> {
  const visit = await tx.one<{ appointment_id: string }>`
    select appointment_id from visits where practice_id = ${tx.practiceId} and id = ${visitId}`;
  await tx.announce('visit', visitId);
  if (visit) await tx.announce('appointment', visit.appointment_id);
}

const given = (at: Instant | null | undefined, otherwise: Date | null): Instant | null =>
  at === undefined ? otherwise && fromDate(otherwise) : at;
const dateOf = (at: Instant | null): Date | null => (at === null ? null : toDate(at));
