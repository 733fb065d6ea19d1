import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { healWork } from '../work/close-work-item';
import { claimBatchLife } from './claim-batch-state';
import { deliverBatch } from './deliver-batch';

/**
 * A person has asked the clearinghouse about a batch of which nobody knows whether it has arrived: some show nobody what they took.
 * It is there, and its claims are submitted; or it is not, and the same file goes again.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`
 */
export async function settleBatch(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number; readonly arrived: boolean },
): Promise<void> {
  const batch = await locked(tx, 'claim_batches', request.id, request.version);
  if (batch.state !== 'unknown')
    throw new AppError('wrong_state', { entity: 'claim_batch', state: batch.state, event: 'settle' });
  if (request.arrived) return deliverBatch(tx, batch.id);
  const { version } = await move(tx, 'claim_batches', claimBatchLife, batch, 'release', {
    next_at: null,
    reason: null,
  });
  await healWork(tx, batch.id, ['claim_batch_stuck']);
  await tx.tell('claim_batch', batch.id, version);
}
