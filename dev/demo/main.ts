import { hashPassword } from '../../integrations/password/password';
import { openDatabase } from '../../domain/database/database';
import { SettingsError, readSettings } from '../../domain/settings';
import { instantOf } from '../../domain/time/instant';
import { seed } from './seed';

/** Makes the demonstration practice and prints who can sign in. Never in production. */
async function main(): Promise<void> {
  const settings = readSettings(process.env, [
    'KEPT_MODE',
    'KEPT_DATABASE_URL',
    'KEPT_WORKER_DATABASE_URL',
    'KEPT_MIGRATOR_DATABASE_URL',
  ]);
  if (settings.KEPT_MODE === 'production')
    throw new SettingsError('demonstration data does not run in production mode');
  const open = (url: string) => openDatabase({ url, name: 'kept demo', poolSize: 4 });
  const [database, worker] = [open(settings.KEPT_DATABASE_URL), open(settings.KEPT_WORKER_DATABASE_URL)];
  try {
    const logins = await seed(
      { database, worker, migratorUrl: settings.KEPT_MIGRATOR_DATABASE_URL, hash: hashPassword },
      instantOf(Date.now()),
    );
    process.stdout.write(`${JSON.stringify({ logins })}\n`);
  } finally {
    await database.close();
    await worker.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`demo: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
