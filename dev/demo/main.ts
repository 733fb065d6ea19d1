import { hashPassword } from '../../integrations/password/password';
import { SettingsError, readSettings } from '../../domain/settings';
import { instantOf } from '../../domain/time/instant';
import { storageFrom } from '../../integrations/storage/storage-from';
import type { Login } from './founding';
import { openPatiently } from './full/open-patiently';
import { seedPast } from './full/seed';
import { seedToday } from './full/today';
import { seedSmall } from './seed';

/** `small`: what journeys and tests stand on. `past`, then `today`: the full practice, in two steps. */
const parts = ['small', 'past', 'today'] as const;
type PartOfDemo = (typeof parts)[number];

/** `main.js PART [INSTANT]` makes the demonstration practice, or a part of it, as of then, and prints who can sign in. Never in production. */
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
  const database = openPatiently(settings.KEPT_DATABASE_URL);
  const worker = openPatiently(settings.KEPT_WORKER_DATABASE_URL);
  try {
    const logins = await make(part);
    process.stdout.write(`${JSON.stringify({ logins })}\n`);
  } finally {
    await database.close();
    await worker.close();
  }

  async function make(wanted: PartOfDemo): Promise<readonly Login[]> {
    const now = instantOf(Number(process.argv[3] ?? Date.now()));
    if (wanted === 'today') return seedToday(database, now);
    const means = { database, worker, migratorUrl: settings.KEPT_MIGRATOR_DATABASE_URL, hash: hashPassword };
    if (wanted === 'small') return seedSmall(means, now);
    const say = (line: string): void => void process.stderr.write(`${line}\n`);
    await seedPast({ ...means, storage: storageFrom(settings), payerFolder: settings.KEPT_PAYER_FOLDER, say }, now);
    return [];
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`demo: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
