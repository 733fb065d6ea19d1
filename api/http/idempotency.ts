import { createHash } from 'node:crypto';
import type { PracticeTx } from '../../domain/database/practice-tx';
import { AppError } from '../../domain/problems';

/** What a write had come to when it came before. */
export type Earlier =
  | { readonly kind: 'new' }
  | { readonly kind: 'done'; readonly refId: string; readonly status: number };

export const requestHash = (parts: readonly unknown[]): Buffer =>
  createHash('sha256').update(JSON.stringify(parts)).digest();

/**
 * Claims the key, first of all in the command's transaction. A second request with the key waits for the first; when that was
 * rolled back it goes on as if it were the first.
 * @throws AppError `idempotency_key_reused` for another request under the same key, `in_progress` when the wait takes too long
 */
export async function claimKey(tx: PracticeTx, key: string, hash: Buffer): Promise<Earlier> {
  const inserted = await tx.all<{ key: string }>`
      insert into idempotency_keys (practice_id, membership_id, key, request_hash)
      values (${tx.practiceId}, ${tx.actor}, ${key}, ${hash}) on conflict do nothing returning key`.catch(
    (error: unknown) => {
      throw error instanceof Error && 'code' in error && error.code === '55P03' ? new AppError('in_progress') : error;
    },
  );
  if (inserted.length > 0) return { kind: 'new' };
  const stored = await tx.one<{ request_hash: Buffer; ref_id: string | null; status: number | null }>`
    select request_hash, ref_id, status from idempotency_keys where practice_id = ${tx.practiceId} and membership_id = ${tx.actor} and key = ${key}`;
  if (!stored?.request_hash.equals(hash)) throw new AppError('idempotency_key_reused');
  if (stored.ref_id === null) throw new AppError('in_progress');
  return { kind: 'done', refId: stored.ref_id, status: stored.status ?? 200 };
}

/** Notes which record the request changed, as the last thing of its command. */
export async function keepResult(tx: PracticeTx, key: string, status: number, refId: string): Promise<void> {
  await tx.all`
    update idempotency_keys set status = ${status}, ref_id = ${refId}
     where practice_id = ${tx.practiceId} and membership_id = ${tx.actor} and key = ${key}`;
}
