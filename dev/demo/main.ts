import { hashPassword } from '../../integrations/password/password';
import { type DatabaseOptions, openDatabase } from '../../domain/database/database';
import { SettingsError, readSettings } from '../../domain/settings';
import { instantOf } from '../../domain/time/instant';
import { storageFrom } from '../../integrations/storage/storage-from';
import type { Login } from './founding';
import { seedPast } from './full/seed';
import { seedToday } from './full/today';
import { seedSmall } from './seed';

/** `small`: what journeys and tests stand on. `past`, then `today`: the full practice, in two steps. */
const parts = ['small', 'past', 'today'] as const;
type PartOfDemo = (typeof parts)[number];

/** Makes the demonstration practice, or a part of it, and prints who can sign in. Never in production. */
async function main(): Promise<void> {
  const part = parts.find((one) => one === process.argv[2]) ?? 'small';
  const settings = readSettings(process.env, [
    'KEPT_MODE',
    'KEPT_DATABASE_URL',
    'KEPT_WORKER_DATABASE_URL',
    'KEPT_MIGRATOR_DATABASE_URL',
    'KEPT_STORAGE',
    'KEPT_PAYER_FOLDER',
  ]);
  if (settings.KEPT_MODE === 'production')
    throw new SettingsError('demonstration data does not run in production mode');
  const open = (url: string) => openDatabase({ ...many(url), name: 'kept demo', poolSize: 8, prepares: true });
  const [database, worker] = [open(settings.KEPT_DATABASE_URL), open(settings.KEPT_WORKER_DATABASE_URL)];
  try {
    const logins = await make(part);
    process.stdout.write(`${JSON.stringify({ logins })}\n`);
  } finally {
    await database.close();
    await worker.close();
  }

  async function make(wanted: PartOfDemo): Promise<readonly Login[]> {
    const now = instantOf(Date.now());
    if (wanted === 'today') return seedToday({ database, worker }, now);
    const means = { database, worker, migratorUrl: settings.KEPT_MIGRATOR_DATABASE_URL, hash: hashPassword };
    if (wanted === 'small') return seedSmall(means, now);
    const say = (line: string): void => void process.stderr.write(`${line}\n`);
    await seedPast({ ...means, storage: storageFrom(settings), payerFolder: settings.KEPT_PAYER_FOLDER, say }, now);
    return [];
  }
}

/** A whole history is one transaction, which takes its time; what is lost with the machine is made again. */
function many(text: string): Pick<DatabaseOptions, 'url'> {
  const url = new URL(text);
  const patient = ['transaction', 'idle_in_transaction_session', 'statement', 'lock'].map(
    (one) => `-c ${one}_timeout=0`,
  );
  url.searchParams.set('options', ['-c synchronous_commit=off', ...patient].join(' '));
  return { url: url.href };
}

main().catch((error: unknown) => {
  process.stderr.write(`demo: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
