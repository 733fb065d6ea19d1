import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import type { NextStep } from '../next-step/next-step';
import { type SendingMeans, beginBatchStep, finishBatchStep } from './carry-out-batch';
import { planClaimBatch } from './plan-claim-batch';

/** `busy`: its workflow, or somebody else, is at it. `held`: who ordered it may no longer send claims. */
export type SendOutcome = 'sent' | 'waiting' | 'unknown' | 'busy' | 'held' | 'returned' | 'void';

const outcomes: Readonly<Record<string, SendOutcome>> = {
  open: 'waiting',
  written: 'waiting',
  sending: 'busy',
  unknown: 'unknown',
  sent: 'sent',
  accepted: 'sent',
  refused: 'sent',
  returned: 'returned',
  void: 'void',
};

/**
 * Does at once what the batch waits for, step after step, until it is sent or has to wait. The same steps as its workflow takes,
 * one at a time: whoever comes second finds it done.
 * @throws AppError `not_found`
 */
export async function sendBatch(means: SendingMeans, practiceId: string, id: string): Promise<SendOutcome> {
  const run = <T>(act: string, work: (tx: PracticeTx) => Promise<T>): Promise<T> =>
    means.database.inPractice({ practiceId, service: 'edi' }, { act, purpose: 'billing' }, work);
  let next = await run('claim_batch.hurry', async (tx) => {
    await hurryBatch(tx, id);
    return planClaimBatch(tx, id);
  });
  while (isActive(next)) {
    const began = performance.now();
    const taking = await beginBatchStep(means, practiceId, { id, step: next.step, occurrence: next.occurrence });
    if (taking.kind === 'planned') {
      next = taking.next;
      break;
    }
    next = await finishBatchStep(means, practiceId, taking, began);
  }
  if (next.kind === 'step' && next.step === 'await_order') return 'held';
  const batch = await run('claim_batch.look', (tx) => locked(tx, 'claim_batches', id));
  return outcomes[batch.state] ?? 'waiting';
}

type Step = Extract<NextStep, { readonly kind: 'step' }>;
/** Whether it is still its time, taking it says. */
const isActive = (next: NextStep): next is Step => next.kind === 'step' && next.due !== null;

/**
 * A person has looked after what was in the way: the batch does not wait for its time.
 * @throws AppError `not_found`, `stale_version`
 */
export async function hurryBatch(tx: PracticeTx, id: string, version?: number): Promise<void> {
  const batch = await locked(tx, 'claim_batches', id, version);
  if (batch.next_at === null) return;
  const change = { next_at: null, version: batch.version + 1 };
  await tx.rows('claim_batches').where({ practice_id: tx.practiceId, id }).update(change);
  await tx.tell('claim_batch', id, change.version);
}
