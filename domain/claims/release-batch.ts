import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { healWork } from '../work/close-work-item';
import { claimBatchLife } from './claim-batch-state';

/**
 * Gives up a batch that the clearinghouse would not take: it has nothing of it, so its claims, still ready, leave with the next one.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`
 */
export async function releaseBatch(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number },
): Promise<void> {
  const batch = await locked(tx, 'claim_batches', request.id, request.version);
  const { version } = await move(tx, 'claim_batches', claimBatchLife, batch, 'void');
  await healWork(tx, batch.id, ['claim_batch_returned', 'claim_batch_stuck', 'batch_order_lapsed']);
  await tx.tell('claim_batch', batch.id, version);
}
