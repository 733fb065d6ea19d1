import type { Database } from '../database/database';
import { controlText } from './batch-header';

export interface UnsentBatch {
  readonly id: string;
  /** ISA13 of its file. */
  readonly controlNumber: string;
  readonly claims: number;
}

/** Batches of which the clearinghouse has not said that it has them, the oldest first. */
export async function unsentBatches(database: Database, practiceId: string): Promise<readonly UnsentBatch[]> {
  const rows = await database.inPractice(
    { practiceId, service: 'edi' },
    { act: 'claim_batch.look', purpose: 'billing' },
    (tx) => tx.all<{ id: string; interchange_control: number; claims: number }>`
      select b.id, b.interchange_control,
             (select count(*)::int from claim_sendings s where s.practice_id = b.practice_id and s.batch_id = b.id) as claims
        from claim_batches b
       where b.practice_id = ${tx.practiceId} and b.state in ('open', 'written', 'sending', 'unknown') order by b.interchange_control`,
  );
  return rows.map(({ id, interchange_control, claims }) => ({
    id,
    controlNumber: controlText(interchange_control),
    claims,
  }));
}
