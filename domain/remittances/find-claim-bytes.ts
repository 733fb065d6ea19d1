import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';

/** Where the words of a payer about one claim are kept: the file in the store, and the bytes from and until (not counted). */
export interface ClaimBytes {
  readonly storageKey: string;
  readonly from: number;
  readonly until: number;
}

/** @throws AppError `not_found` */
export async function findClaimBytes(tx: PracticeTx, id: string): Promise<ClaimBytes> {
  const row = await tx.one<{ storage_key: string; offset_bytes: number; until_byte: number; client_id: string | null }>`
    select f.storage_key, c.offset_bytes, c.until_byte, c.client_id
      from remittance_claims c
      join remittances r on r.practice_id = c.practice_id and r.id = c.remittance_id
      join edi_files f on f.practice_id = r.practice_id and f.id = r.file_id
     where c.practice_id = ${tx.practiceId} and c.id = ${id}`;
  if (!row) throw new AppError('not_found');
  tx.touch({ record: id, client: row.client_id });
  return { storageKey: row.storage_key, from: row.offset_bytes, until: row.until_byte };
}
