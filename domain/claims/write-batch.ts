import { createHash } from 'node:crypto';
import type { FileStores } from '../clearinghouse/receive-file';
import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { newId } from '../ids';
import { AppError } from '../problems';
import { fromDate, toDate } from '../time/instant';
import type { ProfessionalClaim } from '../x12/claim';
import { write837 } from '../x12/write-837';
import { batchHeader, controlText } from './batch-header';
import { claimBatchLife } from './claim-batch-state';

interface Sending {
  readonly from_byte: number;
  readonly until_byte: number;
  readonly content: ProfessionalClaim;
}

/**
 * Makes the file of an open batch: the bytes into the file store, then the row that says so. Killed anywhere and called again it
 * makes the same bytes under the same numbers. Written before: nothing happens.
 * @throws AppError `not_found`, `try_again` when the store does not take the file
 */
export async function writeBatch({ database, storage }: FileStores, practiceId: string, id: string): Promise<void> {
  const run = <T>(act: string, work: (tx: PracticeTx) => Promise<T>): Promise<T> =>
    database.inPractice({ practiceId, service: 'edi' }, { act, purpose: 'billing' }, work);
  const made = await run('claim_batch.make', (tx) => makeFile(tx, id));
  if (!made) return;

  const sha256 = createHash('sha256').update(made.bytes).digest();
  const key = `edi/out/${id}`;
  const put = await storage.put({
    key,
    content: made.bytes,
    contentType: 'application/edi-x12',
    sha256: sha256.toString('hex'),
    onlyIfAbsent: true,
  });
  if (put.kind !== 'stored' && !(put.kind === 'exists' && (await holds(key, sha256)))) throw new AppError('try_again');
  await run('claim_batch.write', async (tx) => {
    const batch = await locked(tx, 'claim_batches', id);
    if (batch.state !== 'open') return;
    const fileId = newId();
    await tx.rows('edi_files').insert({
      practice_id: tx.practiceId,
      id: fileId,
      direction: 'out',
      kind: '837',
      name: made.name,
      sha256,
      bytes: made.bytes.length,
      storage_key: key,
      came_by: 'kept',
      state: 'written',
      ordered_by: batch.ordered_by,
      at: toDate(tx.now),
    });
    const settled = { file_id: fileId, next_at: null, reason: null };
    const { version } = await move(tx, 'claim_batches', claimBatchLife, batch, 'write', settled);
    await tx.tell('claim_batch', id, version);
  });

  /** Written before we were killed: these bytes, not others. */
  async function holds(key: string, sha256: Buffer): Promise<boolean> {
    const head = await storage.head(key);
    return head.kind === 'found' && head.file.sha256 === sha256.toString('hex');
  }
}

/** The file, made from what the record says and nothing else. Undefined: it is written already. */
async function makeFile(
  tx: PracticeTx,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
  const batch = await locked(tx, 'claim_batches', id);
  if (batch.state !== 'open') return undefined;
  const sendings = await tx.all<Sending>`
    select s.from_byte, s.until_byte, v.content from claim_sendings s
      join claim_versions v on v.practice_id = s.practice_id and v.claim_id = s.claim_id and v.version_no = s.version_no
     where s.practice_id = ${tx.practiceId} and s.batch_id = ${id} order by s.from_byte`;
  const header = await batchHeader(tx, {
    id,
    interchange: batch.interchange_control,
    group: batch.group_control,
    at: fromDate(batch.created_at),
  });
  const { bytes, claims } = write837({ ...header, claims: sendings.map(({ content }) => content) });
  const isWhereItWas = claims.every(
    ({ from, to }, index) => sendings[index]?.from_byte === from && sendings[index]?.until_byte === to,
  );
  if (!isWhereItWas) throw new RangeError('a batch is not what it was when its numbers were taken');
  return { name: `${controlText(batch.interchange_control)}-${id}.837`, bytes };
}
