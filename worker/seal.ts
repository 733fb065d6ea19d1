import type { Database } from '../domain/database/database';
import type { StoragePort } from '../domain/files/storage-port';

/**
 * Seals the audit entries of all transactions that can gain no more, and keeps the newest seal outside the database under
 * retention: whoever rewrites the database cannot rewrite that.
 */
export async function sealAudit(database: Database, storage: StoragePort, keepUntil: (now: Date) => Date): Promise<number | null> {
  const sealed = await database.kernel.raw<{ rows: { seq: number | null }[] }>('select kernel.seal_audit() as seq');
  const head = await database.kernel.raw<{ rows: { seq: number; hash: Buffer; sealed_at: Date }[] }>('select * from kernel.unanchored_seal()');
  const [seal] = head.rows;
  if (seal) {
    const text = JSON.stringify({ seq: seal.seq, hash: seal.hash.toString('hex'), sealedAt: seal.sealed_at.toISOString() });
    const key = `audit/heads/${String(seal.seq).padStart(12, '0')}.json`;
    await storage.put({ key, body: Buffer.from(text), contentType: 'application/json', keepUntil: keepUntil(seal.sealed_at) });
    await database.kernel.raw('select kernel.seal_anchored(?)', [seal.seq]);
  }
  return sealed.rows[0]?.seq ?? null;
}
