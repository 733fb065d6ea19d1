import type { Knex } from 'knex';
import { type Life, after } from '../life';
import { AppError } from '../problems';
import type { PracticeTx } from './practice-tx';

type Moving =
  | 'appointments'
  | 'visits'
  | 'messages'
  | 'work_items'
  | 'clients'
  | 'charges'
  | 'claims'
  | 'claim_batches'
  | 'notes'
  | 'edi_files'
  | 'remittances'
  | 'remittance_claims';
interface Row {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

/** Whether the event may happen to the row as it stands. */
export const mayMove = <State extends string, Event extends string>(
  life: Life<State, Event>,
  row: Pick<Row, 'state'>,
  event: Event,
): boolean => after(life, row.state as State, event) !== undefined;

/**
 * Moves a row that the caller has locked along its life, raises its version and writes what changes with it.
 * @throws AppError `wrong_state` when the event may not happen in this state
 */
export async function move<State extends string, Event extends string, T extends Row>(
  tx: PracticeTx,
  table: Moving,
  life: Life<State, Event>,
  row: T,
  event: Event,
  change: Readonly<Record<string, unknown>> = {},
): Promise<T & { readonly state: State; readonly version: number }> {
  const state = after(life, row.state as State, event);
  if (state === undefined) throw new AppError('wrong_state', { entity: life.entity, state: row.state, event });
  const version = row.version + 1;
  const patch = { ...change, state, version };
  const rows: Knex.QueryBuilder = tx.rows(table);
  await rows.where({ practice_id: tx.practiceId, id: row.id }).update(patch);
  tx.touch({ record: row.id });
  return { ...row, ...patch };
}
