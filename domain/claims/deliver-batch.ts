import { locked } from '../database/locked';
import { mayMove, move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { toDate } from '../time/instant';
import { healWork } from '../work/close-work-item';
import { claimBatchLife } from './claim-batch-state';
import { noteClaimEvent } from './note-claim-event';

/** The clearinghouse has the batch, by its own word or by an answer to it: each of its claims is submitted. Done again it does nothing. */
export async function deliverBatch(tx: PracticeTx, id: string): Promise<void> {
  const batch = await locked(tx, 'claim_batches', id);
  if (!mayMove(claimBatchLife, batch, 'deliver')) return;
  const settled = { sent_at: toDate(tx.now), lease_until: null, next_at: null, reason: null };
  const { version } = await move(tx, 'claim_batches', claimBatchLife, batch, 'deliver', settled);
  await healWork(tx, id, ['claim_batch_stuck']);
  const sendings = await tx.all<{ claim_id: string; version_no: number; from_byte: number }>`
    select claim_id, version_no, from_byte from claim_sendings
     where practice_id = ${tx.practiceId} and batch_id = ${id} order by claim_id`;
  for (const { claim_id, version_no, from_byte } of sendings) {
    const claim = await locked(tx, 'claims', claim_id);
    await noteClaimEvent(tx, claim, {
      kind: 'submitted',
      evidenceKey: id,
      versionNo: version_no,
      offset: from_byte,
      ...(batch.file_id !== null && { fileId: batch.file_id }),
    });
    await healWork(tx, claim_id, ['claim_blocked', 'claim_rejected']);
  }
  await tx.tell('claim_batch', id, version);
}
