import type { Database } from './database';
import { assertCompatible } from './parity';

/**
 * Whether the database's schema still serves this build, for a process that is asked often: the catalogue is read whole only when
 * a migration has run since the last look. `folder` is the build's `migrations/`.
 * @throws SchemaMismatch
 */
export function schemaWatch(database: Database, folder: string): () => Promise<void> {
  let known: string | undefined;
  return async () => {
    const { rows } = await database.kernel.raw<{ rows: { done: string }[] }>(
      "select string_agg(name, ',' order by name) as done from kernel.migrations_done()",
    );
    const done = rows[0]?.done ?? '';
    if (done === known) return;
    await assertCompatible(database, folder);
    known = done;
  };
}
