import type { PracticeTx } from '../database/practice-tx';
import { type NextStep, nothingMore, countTry, forgetTries, lockNextStep, storeNextStep } from '../next-step/next-step';
import { type Instant, later } from '../time/instant';
import { healWork } from '../work/close-work-item';
import { remittanceStep } from './remittance-steps';

interface Step {
  readonly id: string;
  readonly step: string;
  readonly occurrence: number;
}

/** Why nothing can be done before an instant, by code. */
export interface Postponed {
  readonly until: Instant;
  readonly code: 'files_unavailable';
}

/**
 * Reads the file, stores what screens show as its next step, and answers it: may run at any time. What is no file has nothing to
 * be done with.
 */
export async function planRemittance(tx: PracticeTx, fileId: string, postponed?: Postponed): Promise<NextStep> {
  const [file] = await tx.rows('edi_files').where({ practice_id: tx.practiceId, id: fileId }).forUpdate();
  if (!file) return nothingMore;
  const stored = await lockNextStep(tx, fileId);
  const payments = await tx.one<{ undoing: boolean; open: boolean }>`
    select coalesce(bool_or(state = 'undoing'), false) as undoing, coalesce(bool_or(state in ('found', 'posting')), false) as open
      from remittances where practice_id = ${tx.practiceId} and file_id = ${fileId}`;
  const step = remittanceStep({
    state: file.state,
    undoing: payments?.undoing ?? false,
    open: payments?.open ?? false,
    now: tx.now,
  });
  const next = postponed && step.kind === 'step' ? { ...step, due: later(step.due ?? tx.now, postponed.until) } : step;
  await healWork(tx, fileId, ['outbox_parked']);
  const params = postponed ? { code: postponed.code } : {};
  return storeNextStep(
    tx,
    { entity: 'remittance', id: fileId, clientId: null, version: file.version, next, params },
    stored,
  );
}

/**
 * Looks again whether a step is what happens next and due, and counts the try. Two who come at once both go on: what they do is
 * done once, claim by claim, by its keys.
 */
export async function takeRemittanceStep(
  tx: PracticeTx,
  step: Step,
): Promise<{ readonly kind: 'taken' } | { readonly kind: 'planned'; readonly next: NextStep }> {
  const next = await planRemittance(tx, step.id);
  const isThis = next.kind === 'step' && next.step === step.step && next.occurrence === step.occurrence;
  if (!isThis || next.due === null || next.due > tx.now) return { kind: 'planned', next };
  await countTry(tx, step); // after the plan, which judges by the tries before this one
  return { kind: 'taken' };
}

/** Something of the step is done: what comes after it. */
export async function planAfter(tx: PracticeTx, fileId: string, postponed?: Postponed): Promise<NextStep> {
  await forgetTries(tx, fileId);
  return planRemittance(tx, fileId, postponed);
}
