import type { Knex } from 'knex';
import { AppError } from '../problems';
import type { PracticeTx } from './practice-tx';
import type { Rows } from './tables.generated';

type Lockable =
  | 'appointments'
  | 'visits'
  | 'messages'
  | 'work_items'
  | 'clients'
  | 'client_contacts'
  | 'blocks'
  | 'charges'
  | 'claims'
  | 'claim_batches'
  | 'notes'
  | 'edi_files'
  | 'remittances'
  | 'remittance_claims'
  | 'client_payments'
  | 'list_views';

/**
 * The row, locked until the transaction ends, at the version that the caller has seen (undefined: any).
 * @throws AppError `not_found` (also when it may not be seen), `stale_version`
 */
export async function locked<T extends Lockable>(
  tx: PracticeTx,
  table: T,
  id: string,
  version?: number,
): Promise<Rows[T]> {
  const rows: Knex.QueryBuilder = tx.rows(table);
  const row = (await rows.where({ practice_id: tx.practiceId, id }).forUpdate().first()) as
    | (Rows[T] & { version: number; client_id?: string | null })
    | undefined;
  if (!row) throw new AppError('not_found');
  tx.touch({ client: table === 'clients' ? id : row.client_id, record: id });
  if (version !== undefined && row.version !== version) throw new AppError('stale_version', { version: row.version });
  return row;
}
