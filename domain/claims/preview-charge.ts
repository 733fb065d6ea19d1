import type { PracticeTx } from '../database/practice-tx';
import { diagnosesOn } from '../notes/note-diagnosis';
import { attested } from '../notes/sign-note';
import { practiceOf } from '../practice/policy';
import { AppError } from '../problems';
import { dayAt } from '../time/wall-time';
import { type ChargePlan, planCharge } from './plan-charge';

export interface ChargePreview {
  readonly clientId: string;
  readonly plan: ChargePlan;
  readonly diagnoses: readonly string[];
}

/**
 * What signing a visit's note as it is saved now would bill, by the rule that then does it.
 * @throws AppError `not_found`, `wrong_state` when it is signed, `invalid` without attested times
 */
export async function previewCharge(tx: PracticeTx, visitId: string): Promise<ChargePreview> {
  const note = await tx.one<{
    state: string;
    client_id: string;
    author_id: string;
    began_at: Date | null;
    ended_at: Date | null;
  }>`
    select n.state, n.client_id, n.author_id, n.began_at, n.ended_at from notes n where n.practice_id = ${tx.practiceId} and n.visit_id = ${visitId}`;
  if (note?.author_id !== tx.actor) throw new AppError('not_found');
  if (note.state !== 'draft') throw new AppError('wrong_state', { entity: 'note', state: note.state, event: 'sign' });
  const { beganAt, endedAt } = attested(note, tx.now);
  const { zone } = await practiceOf(tx);
  const diagnoses = await diagnosesOn(tx, note.client_id, dayAt(beganAt, zone));
  const session = { visitId, clientId: note.client_id, clinicianId: note.author_id, beganAt, endedAt, diagnoses };
  return { clientId: note.client_id, diagnoses, plan: await planCharge(tx, session) };
}
