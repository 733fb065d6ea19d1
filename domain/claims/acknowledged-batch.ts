import { locked } from '../database/locked';
import { mayMove, move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { claimBatchLife } from './claim-batch-state';
import { deliverBatch } from './deliver-batch';

/** A claim as it went in a batch. */
export interface Sending {
  readonly claim_id: string;
  readonly version_no: number;
  readonly control_number: string;
  readonly transaction_control: string;
  readonly from_byte: number;
  readonly until_byte: number;
}

export interface AcknowledgedBatch {
  readonly id: string;
  readonly storageKey: string;
  /** In the order of the file. */
  readonly sendings: readonly Sending[];
}

/** The batch that went under this control number. An answer to it proves that the clearinghouse has it. */
export async function acknowledgedBatch(
  tx: PracticeTx,
  by: 'interchange_control' | 'group_control',
  control: string,
): Promise<AcknowledgedBatch | undefined> {
  if (!/^\d{1,9}$/.test(control)) return undefined;
  const found = await tx.rows
    .from('claim_batches as b')
    .join('edi_files as f', (on) => on.on('f.practice_id', 'b.practice_id').andOn('f.id', 'b.file_id'))
    .where({ 'b.practice_id': tx.practiceId, [`b.${by}`]: Number(control) })
    .whereNotIn('b.state', ['open', 'returned', 'void'])
    .whereRaw("(b.state <> 'written' or b.attempts > 0)")
    .limit(2)
    .select<{ id: string; storage_key: string }[]>('b.id', 'f.storage_key');
  const [batch] = found;
  if (!batch || found.length > 1) return undefined;
  await deliverBatch(tx, batch.id);
  const sendings = await tx.all<Sending>`
    select s.claim_id, s.version_no, c.control_number, s.transaction_control, s.from_byte, s.until_byte
      from claim_sendings s join claims c on c.practice_id = s.practice_id and c.id = s.claim_id
     where s.practice_id = ${tx.practiceId} and s.batch_id = ${batch.id} order by s.from_byte`;
  return { id: batch.id, storageKey: batch.storage_key, sendings };
}

/** The batch as a whole is taken or not. The first word counts; its claims have their own. */
export async function judgeBatch(tx: PracticeTx, id: string, isTaken: boolean): Promise<void> {
  const batch = await locked(tx, 'claim_batches', id);
  const event = isTaken ? 'accept' : 'refuse';
  if (!mayMove(claimBatchLife, batch, event)) return;
  const { version } = await move(tx, 'claim_batches', claimBatchLife, batch, event);
  await tx.tell('claim_batch', id, version);
}
