import type { Knex } from 'knex';

/** How many rows an insert that ignores conflicts added: none of those that were there before. */
export async function insertedRows(insert: Knex.QueryBuilder): Promise<number> {
  return ((await insert) as { readonly rowCount: number }).rowCount;
}

/** Whether an insert that ignores conflicts added its row: false where it was there before. */
export const wasInserted = async (insert: Knex.QueryBuilder): Promise<boolean> => (await insertedRows(insert)) > 0;
