import type { Database } from '../domain/database/database';
import type { StoragePort } from '../domain/files/storage-port';
import { type Instant, addHours, fromDate } from '../domain/time/instant';

/** HIPAA keeps documentation six years (45 CFR 164.316(b)(2)); a seal proves nothing without the entries before it. */
const keepHours = 6 * 366 * 24;

/**
 * Seals the audit entries of all transactions that can gain no more, and keeps the newest seal outside the database under
 * retention: whoever rewrites the database cannot rewrite that. Answers the number of the new seal, or null.
 * @throws Error when the seal could not be kept; it is tried again the next time
 */
export async function sealAudit(database: Database, storage: StoragePort): Promise<number | null> {
  const sealed = await database.kernel.raw<{ rows: { seq: number | null }[] }>('select kernel.seal_audit() as seq');
  const head = await database.kernel.raw<{ rows: { seq: number; hash: Buffer; sealed_at: Date }[] }>(
    'select * from kernel.unanchored_seal()',
  );
  const [seal] = head.rows;
  if (seal)
    await keepHead(storage, { seq: seal.seq, hash: seal.hash.toString('hex'), sealedAt: fromDate(seal.sealed_at) });
  if (seal) await database.kernel.raw('select kernel.seal_anchored(?)', [seal.seq]);
  return sealed.rows[0]?.seq ?? null;
}

async function keepHead(
  storage: StoragePort,
  head: { readonly seq: number; readonly hash: string; readonly sealedAt: Instant },
): Promise<void> {
  const answer = await storage.put({
    key: `audit/heads/${String(head.seq).padStart(12, '0')}.json`,
    content: Buffer.from(JSON.stringify(head)),
    contentType: 'application/json',
    onlyIfAbsent: true,
    keepUntil: addHours(head.sealedAt, keepHours),
  });
  if (answer.kind !== 'stored' && answer.kind !== 'exists')
    throw new Error(`the audit head was not kept: ${answer.code}`);
}
