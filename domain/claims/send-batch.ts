import { buffer } from 'node:stream/consumers';
import type { ClearinghousePort } from '../clearinghouse/clearinghouse-port';
import type { FileStores } from '../clearinghouse/receive-file';
import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { isCovered } from '../practice/agreements';
import { AppError } from '../problems';
import { openWorkItem } from '../work/open-work-item';
import { claimBatchLife } from './claim-batch-state';
import { deliverBatch } from './deliver-batch';

export interface SendingMeans extends FileStores {
  readonly clearinghouse: ClearinghousePort;
}

export type SendOutcome = 'sent' | 'waiting' | 'unknown';

interface Beginning {
  /** Whether an earlier try may have reached the clearinghouse. */
  readonly triedBefore: boolean;
  readonly name: string;
  readonly storageKey: string;
}

/**
 * Hands a written batch to the clearinghouse, once: after a try whose end nobody knows it is asked first. Its claims are
 * submitted only when it has the file. What it refuses, or does not answer, waits and is work for a person.
 * @throws AppError `not_found`, `wrong_state` for a batch that is not written, `try_again` when the file store has no answer
 */
export async function sendBatch(means: SendingMeans, practiceId: string, id: string): Promise<SendOutcome> {
  const { database, storage, clearinghouse } = means;
  const run = <T>(act: string, work: (tx: PracticeTx) => Promise<T>): Promise<T> =>
    database.inPractice({ practiceId, service: 'edi' }, { act, purpose: 'billing' }, work);
  const begun = await run('claim_batch.send', (tx) => begin(tx, id, clearinghouse.vendor));
  if (begun === 'sent') return 'sent';
  if (begun === 'no_agreement') return 'waiting';

  if (begun.triedBefore) {
    const found = await clearinghouse.find(begun.name);
    if (found.kind === 'found') return deliver();
    if (found.kind === 'unknown') return stuck('unknown', found.code);
  }
  const file = await storage.get(begun.storageKey);
  if (file.kind !== 'found') throw new AppError('try_again');
  const answer = await clearinghouse.send({ name: begun.name, bytes: await buffer(file.content) });
  if (answer.kind === 'accepted') return deliver();
  return stuck(answer.kind === 'unknown' ? 'unknown' : 'waiting', answer.code);

  async function deliver(): Promise<'sent'> {
    await run('claim_batch.deliver', (tx) => deliverBatch(tx, id));
    return 'sent';
  }

  async function stuck(outcome: 'unknown' | 'waiting', code: string): Promise<SendOutcome> {
    return run('claim_batch.wait', async (tx) => {
      const batch = await locked(tx, 'claim_batches', id);
      if (batch.state !== 'sending') return batch.state === 'unknown' ? 'unknown' : 'sent';
      if (outcome === 'unknown') await move(tx, 'claim_batches', claimBatchLife, batch, 'lose');
      await openWorkItem(tx, { cause: 'claim_batch_stuck', entity: 'claim_batch', refId: id, params: { code } });
      return outcome;
    });
  }
}

async function begin(tx: PracticeTx, id: string, vendor: string): Promise<Beginning | 'sent' | 'no_agreement'> {
  const batch = await locked(tx, 'claim_batches', id);
  if (['sent', 'accepted', 'refused'].includes(batch.state)) return 'sent';
  if (!(await isCovered(tx, vendor))) {
    const params = { code: 'no_agreement' };
    await openWorkItem(tx, { cause: 'claim_batch_stuck', entity: 'claim_batch', refId: id, params });
    return 'no_agreement';
  }
  const file = await tx.one<{ name: string; storage_key: string }>`
    select name, storage_key from edi_files where practice_id = ${tx.practiceId} and id = ${batch.file_id}`;
  await move(tx, 'claim_batches', claimBatchLife, batch, 'send');
  if (!file) throw new AppError('not_found');
  return { triedBefore: batch.state !== 'written', name: file.name, storageKey: file.storage_key };
}
