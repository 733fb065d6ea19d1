import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { aMigrationsFolder, ourMigrations } from '../../tests/builders/migrations';
import { aWorld } from '../../tests/builders/practice';
import { asSuperuser, connected } from '../../tests/builders/sql';
import { cloneDatabase } from '../../tests/setup/test-database';
import { openDatabase } from './database';
import { migrate } from './migrate';
import { SchemaMismatch, assertCompatible, parityOf, readFingerprint, writeFingerprint } from './parity';

const world = aWorld();

const fingerprintOf = async (sql: Client): Promise<string> =>
  (await sql.query<{ f: string }>('select kernel.fingerprint() as f')).rows[0]?.f ?? '';
let superuser: Client;
let now = '';
beforeAll(async () => {
  superuser = new Client({ connectionString: world().urls.admin });
  await superuser.connect();
  now = await fingerprintOf(superuser);
});
afterAll(() => superuser.end());

/** The fingerprint once this has been done; nothing of it stays. */
async function after(ddl: string): Promise<string> {
  await superuser.query('begin');
  try {
    await superuser.query(ddl);
    return await fingerprintOf(superuser);
  } finally {
    await superuser.query('rollback');
  }
}

test('migrations/fingerprint.json is that of the migrated schema; if not: npm run generate -- fingerprint', async () => {
  expect(await parityOf(world().urls.migrator, ourMigrations)).toEqual({ kind: 'same' });
});

test.each([
  ['a policy', 'alter policy app_select on kept.clients using (true)'],
  ['a policy dropped', 'drop policy app_update on kept.clients'],
  ['a grant', 'grant delete on kept.clients to kept_app'],
  ['a grant on a column', 'grant update (code) on kept.audit to kept_app'],
  ['a grant on a function', 'grant execute on function kernel.take_outbox(int, interval) to kept_app'],
  ['a grant on a schema', 'grant create on schema kept to kept_app'],
  ['a default', "alter table kept.clients alter column language set default 'es'"],
  ['a nullable column', 'alter table kept.clients alter column zone drop not null'],
  ['a type', 'alter table kept.rooms alter column name type varchar(10)'],
  ['a new column', 'alter table kept.rooms add column floor int'],
  ['a trigger switched off', 'alter table kept.timeline disable trigger append_only'],
  ['a trigger dropped', 'drop trigger state_check on kept.clients'],
  ['row-level security not forced', 'alter table kept.clients no force row level security'],
  ['row-level security off', 'alter table kept.clients disable row level security'],
  ['an owner', 'alter table kept.clients owner to kept_kernel'],
  [
    'the body of a function',
    'create or replace function authz.practice_id() returns uuid language sql stable parallel safe as $$ select null::uuid $$',
  ],
  ['the search path of a function', 'alter function kernel.enter(uuid) reset search_path'],
  ['an index', 'drop index kept.clients_birth'],
  ['another index', 'create index more on kept.rooms (practice_id, name)'],
  ['a constraint', 'alter table kept.blocks drop constraint blocks_check'],
  ['a constraint not validated', "alter table kept.rooms add constraint x check (name <> '') not valid"],
  ['a view', 'create view kept.v with (security_invoker = true) as select id from kept.rooms'],
  ['a rewrite rule', 'create rule quiet as on insert to kept.rooms do instead nothing'],
  ['a state machine', "insert into kernel.entity_states values ('client', 'discharged', 'erase', 'inactive')"],
  ['a setting of a role', "alter role kept_app set statement_timeout = '1h'"],
  ['a stronger role', 'alter role kept_worker bypassrls'],
  ['a membership', 'grant kept_kernel to kept_app'],
  ['an inheriting membership', 'grant kept_kernel to kept_migrator with inherit true'],
])('the fingerprint changes with %s', async (_, ddl) => {
  expect(await after(ddl)).not.toBe(now);
});

test.each([
  ['a new month of the audit', "select kernel.ensure_audit_months('2041-01-01', '2041-03-01')"],
  ['a month of the audit gone', 'drop table kept.audit_2028_01'],
  ['statistics', 'analyze kept.clients'],
  [
    'a column that came and went',
    'alter table kept.rooms add column floor int; alter table kept.rooms drop column floor',
  ],
  [
    'a grant taken and given back',
    'revoke all on kept.rooms from kept_app, kept_worker; grant select, insert, update on kept.rooms to kept_worker, kept_app',
  ],
  ['rows', 'insert into kernel.practices (id) values (uuidv7())'],
  ['an extension of the server', 'create extension if not exists pg_stat_statements schema public'],
  ['the search path of who asks', 'set local search_path = kept, kernel, pg_catalog'],
  [
    'other settings of who asks',
    "set local timezone = 'Asia/Tokyo'; set local datestyle = 'German'; set local quote_all_identifiers = off",
  ],
])('the fingerprint stays with %s', async (_, ddl) => {
  expect(await after(ddl)).toBe(now);
});

test('the fingerprint is the same for each login, and from one database to another', async () => {
  const other = await cloneDatabase();
  const asked = await Promise.all([
    connected(world().urls.app, fingerprintOf),
    connected(world().urls.worker, fingerprintOf),
    asSuperuser(other, fingerprintOf),
  ]);
  expect(new Set([...asked, now]).size).toBe(1);
});

describe('a process that starts', () => {
  test('serves on its own schema, as api and as worker', async () => {
    expect(await assertCompatible(world().app, ourMigrations)).toEqual({ kind: 'same' });
    expect(await assertCompatible(world().worker, ourMigrations)).toEqual({ kind: 'same' });
  });

  test('serves on a later compatible schema, and on no later one that takes something away', async () => {
    const urls = await cloneDatabase();
    const database = openDatabase({ url: urls.app, name: 'kept test', poolSize: 1 });
    const later = {
      '20990101000000_wide': '-- compatible: adds a column\nalter table kept.rooms add column floor int;',
    };
    await migrate({ migratorUrl: urls.migrator, folder: await aMigrationsFolder(later) });
    expect(await assertCompatible(database, ourMigrations)).toEqual({ kind: 'later', by: ['20990101000000_wide'] });
    const less = {
      ...later,
      '20990101000001_less': '-- contract: nobody reads it\nalter table kept.rooms drop column floor;',
    };
    await migrate({ migratorUrl: urls.migrator, folder: await aMigrationsFolder(less) });
    const refused = assertCompatible(database, ourMigrations);
    await expect(refused).rejects.toThrow(
      'the schema is later than this build and not compatible with it: 20990101000001_less: run the later build',
    );
    await database.close();
  });

  test('does not serve on a schema that somebody has changed, or that lacks its migration', async () => {
    const urls = await cloneDatabase();
    const database = openDatabase({ url: urls.app, name: 'kept test', poolSize: 1 });
    const folder = await aMigrationsFolder();
    await writeFile(
      path.join(folder, 'fingerprint.json'),
      JSON.stringify({ migration: '20990101000000_wide', fingerprint: 'f' }),
    );
    await expect(assertCompatible(database, folder)).rejects.toThrow(
      'the database lacks migration 20990101000000_wide: run "kept db migrate"',
    );
    await asSuperuser(urls, (sql) => sql.query('alter table kept.timeline disable trigger append_only'));
    const refused = assertCompatible(database, ourMigrations);
    await expect(refused).rejects.toBeInstanceOf(SchemaMismatch);
    await expect(refused).rejects.toMatchObject({ parity: { kind: 'drifted' } });
    await database.close();
  });
});

test('a fingerprint is written of a database with exactly the folder’s migrations', async () => {
  const folder = await aMigrationsFolder();
  await writeFile(path.join(folder, 'fingerprint.json'), '{}');
  await expect(readFingerprint(folder)).rejects.toThrow('does not name a migration and its fingerprint');
  await writeFingerprint(world().urls.migrator, folder);
  expect(await readFingerprint(folder)).toEqual(await readFingerprint(ourMigrations));
  const more = await aMigrationsFolder({ '20990101000000_more': '-- compatible: none\nselect 1;' });
  await expect(writeFingerprint(world().urls.migrator, more)).rejects.toThrow('has not run exactly the migrations');
});
