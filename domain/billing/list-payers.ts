import type { PracticeTx } from '../database/practice-tx';

export interface ListedPayer {
  readonly id: string;
  readonly name: string;
  /** As the clearinghouse knows it. */
  readonly payerId: string;
}

/** Insurers that the practice bills, by name. */
export async function listPayers(tx: PracticeTx): Promise<readonly ListedPayer[]> {
  return tx.all<ListedPayer>`
    select id, name, payer_id as "payerId" from payers where practice_id = ${tx.practiceId} and ended_at is null order by lower(name), id`;
}
