import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { withDatabase } from '../domain/database/cluster';
import { SettingsError } from '../domain/settings';
import { dbMigrate } from './db-migrate';
import { dbPrepare } from './db-prepare';
import { runCommand } from './run-command';

const password = process.env['KEPT_TEST_PASSWORD'] ?? '';
const adminUrl = process.env['KEPT_TEST_ADMIN_URL'] ?? '';

function settingsFor(database: string): Record<string, string> {
  const as = (role: string) => {
    const url = new URL(withDatabase(adminUrl, database));
    [url.username, url.password] = [role, password];
    return url.href;
  };
  return {
    KEPT_ADMIN_DATABASE_URL: adminUrl,
    KEPT_DATABASE_URL: as('kept_app'),
    KEPT_WORKER_DATABASE_URL: as('kept_worker'),
    KEPT_MIGRATOR_DATABASE_URL: as('kept_migrator'),
  };
}

async function kept(environment: Record<string, string>, ...argv: string[]) {
  const lines: string[] = [];
  const commands = [dbPrepare(environment), dbMigrate(resolve(__dirname, '..'), environment)];
  const exit = await runCommand(commands, argv, {
    print: (line) => lines.push(line),
    complain: (line) => lines.push(line),
  });
  return { exit, lines };
}

test('an empty cluster is prepared and migrated by two commands, and the second time nothing is left to do', async () => {
  const database = `cli_${randomBytes(6).toString('hex')}`;
  const settings = settingsFor(database);
  expect(await kept(settings, 'db', 'prepare', '--json')).toEqual({ exit: 0, lines: [JSON.stringify({ database })] });
  const { lines } = await kept(settings, 'db', 'migrate', '--json');
  const { applied } = JSON.parse(lines[0] ?? '') as { applied: string[] };
  expect(applied.length).toBeGreaterThan(5);
  expect(await kept(settings, 'db', 'prepare')).toMatchObject({ exit: 0 });
  expect(await kept(settings, 'db', 'migrate')).toEqual({ exit: 0, lines: ['nothing to do'] });
});

test('settings that name two databases or another role are refused before anything is made', async () => {
  const settings = settingsFor('cli_never');
  const other = { ...settings, KEPT_DATABASE_URL: settingsFor('cli_other')['KEPT_DATABASE_URL'] ?? '' };
  await expect(kept(other, 'db', 'prepare')).rejects.toThrow('different databases');
  const role = { ...settings, KEPT_WORKER_DATABASE_URL: settings['KEPT_DATABASE_URL'] ?? '' };
  await expect(kept(role, 'db', 'prepare')).rejects.toThrow('KEPT_WORKER_DATABASE_URL: expected the role kept_worker');
  await expect(kept({}, 'db', 'migrate')).rejects.toThrow(SettingsError);
});
