import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import type { ClaimBatchesRow } from '../database/tables.generated';
import type { FindAnswer, SendAnswer } from '../clearinghouse/clearinghouse-port';
import { type NextStep, countTry, forgetTries } from '../next-step/next-step';
import { isCovered } from '../practice/agreements';
import { instantOf, toDate } from '../time/instant';
import { healWork } from '../work/close-work-item';
import { openWorkItem } from '../work/open-work-item';
import type { EventOf } from '../life';
import { claimBatchLife } from './claim-batch-state';
import { deliverBatch } from './deliver-batch';
import { type HandOverTiming, waitAfter } from './hand-over-timing';
import { type HeldBatch, holdBatch, planClaimBatch, planFrom } from './plan-claim-batch';

export interface BatchStep {
  readonly id: string;
  readonly step: string;
  readonly occurrence: number;
}

/** A try that this process alone may make now, until the lease ends. */
export interface Taken {
  readonly kind: 'send' | 'ask' | 'write';
  readonly id: string;
  /** Which try it is: what an earlier one says of "not sent" does not count. */
  readonly attempt: number;
}

/** `planned`: nothing to do outside, and this is what happens next. */
export type Taking = Taken | { readonly kind: 'planned'; readonly next: NextStep };

/**
 * The first half of a step: looks again whether it is what happens next and due, and takes the batch with a lease. Of all who
 * come at once, workflow and command line, one gets it; the others are answered with the plan.
 */
export async function takeBatch(
  tx: PracticeTx,
  step: BatchStep,
  vendor: string | undefined,
  timing: HandOverTiming,
): Promise<Taking> {
  const held = await holdBatch(tx, step.id);
  const next = await planFrom(tx, held);
  const isThis = next.kind === 'step' && next.step === step.step && next.occurrence === step.occurrence;
  if (!isThis || next.due === null || next.due > tx.now) return { kind: 'planned', next };
  await countTry(tx, step); // after the plan, which judges by the tries before this one
  const { batch } = held;
  if (step.step === 'write') return { kind: 'write', id: batch.id, attempt: batch.attempts };
  if (vendor === undefined) return withheld(tx, held, 'not_configured', timing);
  if (!(await isCovered(tx, vendor))) return withheld(tx, held, 'no_agreement', timing);
  const attempt = batch.attempts + 1;
  const lease_until = toDate(instantOf(tx.now + timing.leaseMs));
  await move(tx, 'claim_batches', claimBatchLife, batch, 'send', { attempts: attempt, lease_until, next_at: null });
  await forgetTries(tx, batch.id);
  return { kind: step.step === 'settle' ? 'ask' : 'send', id: batch.id, attempt };
}

/** What came of a try. `no_file`: our own store did not give the file out, so that nothing was called. */
export type BatchAnswer = SendAnswer | FindAnswer | { readonly kind: 'no_file'; readonly code: string };

/**
 * The second half: the answer and what happens next, in one transaction. That the clearinghouse has the file counts whoever heard
 * it; that it has not counts only for the try under way.
 */
export async function recordHandOver(
  tx: PracticeTx,
  { id, attempt }: Taken,
  answer: BatchAnswer,
  timing: HandOverTiming,
): Promise<NextStep> {
  const { batch } = await holdBatch(tx, id);
  const isMine = batch.state === 'sending' && batch.attempts === attempt;
  if (answer.kind === 'accepted' || answer.kind === 'found') await deliverBatch(tx, id);
  else if (isMine) await recordFailure(tx, batch, answer, timing);
  await forgetTries(tx, id);
  return planClaimBatch(tx, id);
}

async function recordFailure(
  tx: PracticeTx,
  batch: ClaimBatchesRow,
  answer: Exclude<BatchAnswer, { readonly kind: 'accepted' | 'found' }>,
  timing: HandOverTiming,
): Promise<void> {
  const after = { lease_until: null, reason: 'code' in answer ? answer.code : null };
  const next_at = toDate(instantOf(tx.now + waitAfter(batch.attempts, timing)));
  switch (answer.kind) {
    case 'absent': // for certain: it goes again at once
      return changeBatch(tx, batch, 'release', after);
    case 'not_sent':
    case 'no_file':
      await changeBatch(tx, batch, 'release', { ...after, next_at });
      return stuck(tx, batch.id, answer.code);
    case 'unknown':
      await changeBatch(tx, batch, 'lose', { ...after, next_at });
      return stuck(tx, batch.id, answer.code);
    case 'refused': {
      await changeBatch(tx, batch, 'return', after);
      await healWork(tx, batch.id, ['claim_batch_stuck']); // it goes no more by itself
      const params = { code: answer.code };
      return openWorkItem(tx, { cause: 'claim_batch_returned', entity: 'claim_batch', refId: batch.id, params });
    }
  }
}

/** Something of ours is in the way: it waits, and goes on by itself once that is gone. */
export async function postpone(tx: PracticeTx, batch: ClaimBatchesRow, reason: string, waitMs: number): Promise<void> {
  const change = { reason, next_at: toDate(instantOf(tx.now + waitMs)), version: batch.version + 1 };
  await tx.rows('claim_batches').where({ practice_id: tx.practiceId, id: batch.id }).update(change);
  await stuck(tx, batch.id, reason);
  await tx.tell('claim_batch', batch.id, change.version);
}

async function withheld(tx: PracticeTx, { batch }: HeldBatch, reason: string, timing: HandOverTiming): Promise<Taking> {
  await postpone(tx, batch, reason, timing.longestWaitMs);
  await forgetTries(tx, batch.id);
  return { kind: 'planned', next: await planClaimBatch(tx, batch.id) };
}

const stuck = (tx: PracticeTx, id: string, code: string): Promise<void> =>
  openWorkItem(tx, { cause: 'claim_batch_stuck', entity: 'claim_batch', refId: id, params: { code } });

async function changeBatch(
  tx: PracticeTx,
  batch: ClaimBatchesRow,
  event: EventOf<typeof claimBatchLife>,
  change: Partial<ClaimBatchesRow>,
): Promise<void> {
  const { version } = await move(tx, 'claim_batches', claimBatchLife, batch, event, change);
  await tx.tell('claim_batch', batch.id, version);
}
