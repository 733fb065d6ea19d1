import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import { type VisitId, newId } from '../ids';
import { AppError } from '../problems';
import { type Instant, toDate } from '../time/instant';

/** What a clinician types: subjective, objective, assessment, plan; and when the session really began and ended. */
export interface NoteText {
  readonly subjective: string;
  readonly objective: string;
  readonly assessment: string;
  readonly plan: string;
  readonly beganAt?: Instant | null;
  readonly endedAt?: Instant | null;
}

/**
 * Saves a draft while someone types: the first save makes the note. Answers its id.
 * @throws AppError `not_found`, `stale_version`, `wrong_state` once it is signed
 */
export async function writeNote(
  tx: PracticeTx,
  request: { readonly visitId: VisitId; readonly version?: number } & NoteText,
): Promise<string> {
  const visit = await locked(tx, 'visits', request.visitId);
  const found = await tx.one<{ id: string; version: number; state: string }>`
    select id, version, state from notes where practice_id = ${tx.practiceId} and visit_id = ${visit.id} for update`;
  const text = {
    subjective: request.subjective,
    objective: request.objective,
    assessment: request.assessment,
    plan: request.plan,
    began_at: dateOr(request.beganAt, visit.began_at),
    ended_at: dateOr(request.endedAt, visit.ended_at),
  };
  const id = found?.id ?? newId();
  tx.touch({ record: id, client: visit.client_id, fields: ['note'] });
  if (!found) {
    await tx.rows('notes').insert({
      practice_id: tx.practiceId,
      id,
      visit_id: visit.id,
      client_id: visit.client_id,
      author_id: visit.clinician_id,
      state: 'draft',
      ...text,
    });
    return id;
  }
  if (found.state !== 'draft')
    throw new AppError('wrong_state', { entity: 'note', state: found.state, event: 'write' });
  if (request.version !== undefined && request.version !== found.version)
    throw new AppError('stale_version', { version: found.version });
  await tx
    .rows('notes')
    .where({ practice_id: tx.practiceId, id })
    .update({ ...text, version: found.version + 1 });
  return id;
}

const dateOr = (given: Instant | null | undefined, otherwise: Date | null): Date | null =>
  given === undefined ? otherwise : given === null ? null : toDate(given);
