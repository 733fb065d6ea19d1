import { createDatabase, dropDatabase, prepareCluster, type Passwords } from '../../domain/database/cluster';
import { migrate } from '../../domain/database/migrate';
import { postgresUrl } from './postgres';
import { Stopped } from './stopped';

/** Roles, database and schema: all of it may be there already. @returns the migrations that ran */
export async function prepareDatabase(call: {
  readonly port: number;
  readonly superuser: string;
  readonly passwords: Passwords;
  readonly name: string;
  readonly folder: string;
  /** What is there is half a demo practice, from a first start that was killed. */
  readonly unfinished: boolean;
}): Promise<readonly string[]> {
  const adminUrl = postgresUrl(call.port, 'postgres', call.superuser, 'postgres');
  await prepareCluster({ adminUrl, passwords: call.passwords });
  if (call.unfinished) await dropDatabase({ adminUrl, name: call.name });
  await createDatabase({ adminUrl, name: call.name });
  try {
    const { applied } = await migrate({
      migratorUrl: postgresUrl(call.port, 'kept_migrator', call.passwords.migrator, call.name),
      folder: call.folder,
    });
    return applied;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Stopped(`${why}\n(while a migration is being written: npm start -- --fresh)`, { cause: error });
  }
}
