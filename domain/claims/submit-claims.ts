import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import type { MembershipId } from '../ids';
import { type OpenedBatch, openBatch } from './open-batch';

/**
 * The claims that are ready leave, on the order of whoever acts: a batch of them is opened, and its workflow does the rest.
 * Services order in the practice's own name.
 * @throws AppError `not_found` where the practice has no billing profile
 */
export function submitClaims(tx: PracticeTx): Promise<OpenedBatch> {
  return openBatch(tx, orderer(tx));
}

/**
 * Takes over a batch that waits because who ordered it may no longer send claims.
 * @throws AppError `not_found`, `stale_version`
 */
export async function takeOverBatch(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number },
): Promise<void> {
  const batch = await locked(tx, 'claim_batches', request.id, request.version);
  const version = batch.version + 1;
  await tx
    .rows('claim_batches')
    .where({ practice_id: tx.practiceId, id: batch.id })
    .update({ ordered_by: orderer(tx), version });
  await tx.tell('claim_batch', batch.id, version);
}

const orderer = (tx: PracticeTx): MembershipId | null =>
  tx.roles.some((role) => role.startsWith('service_')) ? null : tx.actor;
