import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';

/** Where the words of a payer about one claim are kept: the file in the store, and the byte at which they begin. */
export interface ClaimBytes {
  readonly storageKey: string;
  readonly offset: number;
}

/** @throws AppError `not_found` */
export async function findClaimBytes(tx: PracticeTx, id: string): Promise<ClaimBytes> {
  const row = await tx.one<{ storage_key: string; offset_bytes: number; client_id: string | null }>`
    select f.storage_key, c.offset_bytes, c.client_id
      from remittance_claims c
      join remittances r on r.practice_id = c.practice_id and r.id = c.remittance_id
      join edi_files f on f.practice_id = r.practice_id and f.id = r.file_id
     where c.practice_id = ${tx.practiceId} and c.id = ${id}`;
  if (!row) throw new AppError('not_found');
  tx.touch({ record: id, client: row.client_id });
  return { storageKey: row.storage_key, offset: row.offset_bytes };
}
