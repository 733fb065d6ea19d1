import path from 'node:path';
import { aMigrationsFolder } from '../tests/builders/migrations';
import { asSuperuser } from '../tests/builders/sql';
import { type TestUrls, cloneDatabase } from '../tests/setup/test-database';
import type { Backfill } from '../domain/database/backfill';
import { openDatabase } from '../domain/database/database';
import { foundPractice } from '../domain/practice/found-practice';
import { dbBackfill } from './db-backfill';
import { dbMigrate } from './db-migrate';
import { dbParity } from './db-parity';
import { runCommand } from './run-command';

const tidy: Backfill = {
  name: 'tidy',
  service: 'core',
  batch: (_, from) => Promise.resolve({ rows: 2, next: from ? null : 'second' }),
};
let urls: TestUrls;
beforeEach(async () => {
  urls = await cloneDatabase();
});

/** A build whose migrations are here. */
const aBuild = async (more = {}) => path.dirname(await aMigrationsFolder(more));
const ours = path.join(__dirname, '..');

async function kept(root: string, ...argv: string[]) {
  const [lines, complaints]: [string[], string[]] = [[], []];
  const environment = { KEPT_MIGRATOR_DATABASE_URL: urls.migrator, KEPT_WORKER_DATABASE_URL: urls.worker };
  const commands = [dbMigrate(root, environment), dbParity(root, environment), dbBackfill(environment, [tidy])];
  const exit = await runCommand(commands, argv, {
    print: (line) => void lines.push(line),
    complain: (line) => void complaints.push(line),
  });
  return { exit, lines, complaints };
}

const wide = { '20990101000000_wide': '-- compatible: adds a column\nalter table kept.rooms add column floor int;' };

test('parity of a schema that is as it should be, for people and for scripts', async () => {
  expect(await kept(ours, 'db', 'parity')).toMatchObject({
    exit: 0,
    lines: ['the schema is the one that this build was made for'],
  });
  const { exit, lines } = await kept(ours, 'db', 'parity', '--json');
  expect([exit, JSON.parse(lines.join())]).toEqual([0, { serves: true, parity: { kind: 'same' }, findings: [] }]);
});

test('parity names what has drifted and which rule it breaks, and exits with 1', async () => {
  await asSuperuser(urls, (sql) => sql.query('alter table kept.clients no force row level security'));
  const people = await kept(ours, 'db', 'parity');
  expect(people.exit).toBe(1);
  expect(people.lines).toEqual([
    expect.stringMatching(
      /^the schema is not what its migrations made: fingerprint [0-9a-f]{12}, expected [0-9a-f]{12}$/,
    ),
    'row-level security not enabled and forced: kept.clients',
  ]);
  const { lines } = await kept(ours, 'db', 'parity', '--json');
  expect(JSON.parse(lines.join())).toMatchObject({ serves: false, parity: { kind: 'drifted' } });
});

test('migrate says what it ran, and a second time that there is nothing to run', async () => {
  const build = await aBuild(wide);
  const first = await kept(build, 'db', 'migrate');
  expect([first.exit, first.lines[0]]).toEqual([0, 'applied  20990101000000_wide']);
  const again = await kept(build, 'db', 'migrate', '--json');
  expect([again.exit, JSON.parse(again.lines.join())]).toMatchObject([0, { applied: [] }]);
  // the older build still serves
  expect((await kept(ours, 'db', 'parity')).lines).toEqual([
    'the schema is later than this build and compatible with it: 20990101000000_wide',
  ]);
});

test('a migration that fails is told in one line, and exits with 1', async () => {
  const build = await aBuild({ '20990101000000_bad': '-- compatible: no\nselect 1 / 0;' });
  const { exit, complaints } = await kept(build, 'db', 'migrate');
  expect([exit, complaints]).toEqual([1, ['migration 20990101000000_bad failed: division by zero']]);
  const scripts = await kept(build, 'db', 'migrate', '--json');
  expect(scripts.lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { error: 'migration 20990101000000_bad failed: division by zero' },
  ]);
});

test('without its setting a command is called wrongly: exit 2, and no value is repeated', async () => {
  urls = { ...urls, migrator: 'mysql://root:secret@localhost/kept' };
  const { exit, complaints } = await kept(ours, 'db', 'parity');
  expect(exit).toBe(2);
  expect(complaints.join()).toContain('KEPT_MIGRATOR_DATABASE_URL');
  expect(complaints.join()).not.toContain('secret');
});

test('backfill runs what is not done, says how far it is, and knows its names', async () => {
  const database = openDatabase({ url: urls.app, name: 'kept test', poolSize: 1 });
  const administrator = { email: 'a@example.org', passwordHash: 'none', displayName: 'Avery Admin' };
  const practice = { name: 'Cedar', zone: 'America/New_York', phone: null, administrator };
  await foundPractice({ migratorUrl: urls.migrator, database }, practice);
  await database.close();
  expect(await kept(ours, 'db', 'backfill', '--status')).toMatchObject({
    exit: 0,
    lines: ['tidy: 0 rows, done in 0 of 1 practices'],
  });
  expect(await kept(ours, 'db', 'backfill')).toMatchObject({
    exit: 0,
    lines: ['tidy: 4 rows, done in 1 of 1 practices'],
  });
  const scripts = await kept(ours, 'db', 'backfill', 'tidy', '--json');
  expect(JSON.parse(scripts.lines.join())).toEqual({ name: 'tidy', practices: 1, done: 1, rows: 4 });
  expect(await kept(ours, 'db', 'backfill', 'untidy')).toMatchObject({
    exit: 2,
    complaints: [expect.stringContaining('untidy')],
  });
});
