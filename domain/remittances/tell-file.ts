import type { PracticeTx } from '../database/practice-tx';

/**
 * Something in a file that the caller has locked is to be done: its workflow looks again. The file's version rises, so that the
 * sweep finds what nobody planned.
 */
export async function tellFile(tx: PracticeTx, file: { readonly id: string; readonly version: number }): Promise<void> {
  const version = file.version + 1;
  await tx.rows('edi_files').where({ practice_id: tx.practiceId, id: file.id }).update({ version });
  await tx.tell('remittance', file.id, version);
}
