import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { aMigrationsFolder, ourMigrations } from '../../tests/builders/migrations';
import { asSuperuser, connected } from '../../tests/builders/sql';
import { type TestUrls, cloneDatabase } from '../../tests/setup/test-database';
import { migrate } from './migrate';

const wide = (name: string, table = 'rooms') =>
  `-- compatible: adds a column\nalter table kept.${table} add column ${name} int;\n`;

const hasColumn = (urls: TestUrls, name: string) =>
  asSuperuser(urls, async (sql) => {
    const { rowCount } = await sql.query(
      "select 1 from pg_attribute where attrelid = 'kept.rooms'::regclass and attname = $1",
      [name],
    );
    return rowCount === 1;
  });
const run = (urls: TestUrls, folder: string) => migrate({ migratorUrl: urls.migrator, folder });
const recorded = (urls: TestUrls, name: string) =>
  asSuperuser(
    urls,
    async (sql) =>
      (await sql.query('select compatible, fingerprint from kernel.migrations where name = $1', [name])).rows,
  );

test('what has run is not run again; what is new runs once, and leaves its fingerprint behind', async () => {
  const urls = await cloneDatabase();
  expect(await run(urls, ourMigrations)).toEqual({ applied: [] });
  const folder = await aMigrationsFolder({ '20990101000000_wide': wide('wide') });
  expect(await run(urls, folder)).toEqual({ applied: ['20990101000000_wide'] });
  expect(await run(urls, folder)).toEqual({ applied: [] });
  expect(await hasColumn(urls, 'wide')).toBe(true);
  const { rows } = await asSuperuser(urls, (sql) => sql.query('select kernel.fingerprint() as fingerprint'));
  expect(await recorded(urls, '20990101000000_wide')).toEqual([{ compatible: true, ...(rows[0] as object) }]);
});

test('of two that migrate at once the second waits and finds nothing to do', async () => {
  const urls = await cloneDatabase();
  const folder = await aMigrationsFolder({
    '20990101000000_wide': wide('wide'),
    '20990101000001_wider': wide('wider'),
  });
  const both = await Promise.all([run(urls, folder), run(urls, folder)]);
  expect(both.map((one) => one.applied.length).toSorted((a, b) => a - b)).toEqual([0, 2]);
});

test('a migration that was edited after it ran is refused, and nothing else runs', async () => {
  const urls = await cloneDatabase();
  const folder = await aMigrationsFolder({ '20990101000000_wide': wide('wide') });
  const [first = ''] = (await readdir(folder)).toSorted();
  await writeFile(path.join(folder, first), '-- compatible: edited\nselect 1;\n');
  await expect(run(urls, folder)).rejects.toThrow(
    `migration ${first.slice(0, -4)} was edited after it ran: write a new one instead`,
  );
  expect(await hasColumn(urls, 'wide')).toBe(false);
});

test('a migration of a later build is no fault; one that this build should have is', async () => {
  const urls = await cloneDatabase();
  await run(urls, await aMigrationsFolder({ '20990101000000_later': wide('later') }));
  expect(await run(urls, ourMigrations)).toEqual({ applied: [] });
  const forked = await aMigrationsFolder({ '20990101000001_forked': wide('forked') });
  await expect(run(urls, forked)).rejects.toThrow(
    'migration 20990101000000_later ran here, and this build does not have it',
  );
});

test('a migration that fails leaves nothing, is named, and those before it stay', async () => {
  const urls = await cloneDatabase();
  const folder = await aMigrationsFolder({
    '20990101000000_good': wide('good'),
    '20990101000001_bad': `${wide('half')}alter table kept.rooms add column good int;\n`,
  });
  await expect(run(urls, folder)).rejects.toThrow(
    'migration 20990101000001_bad failed: column "good" of relation "rooms" already exists',
  );
  expect([await hasColumn(urls, 'good'), await hasColumn(urls, 'half')]).toEqual([true, false]);
  expect(await recorded(urls, '20990101000001_bad')).toEqual([]);
});

test('a migration does not wait long for a lock: everybody else would wait behind it', async () => {
  const urls = await cloneDatabase();
  const folder = await aMigrationsFolder({ '20990101000000_wide': wide('wide') });
  await asSuperuser(urls, async (sql) => {
    await sql.query('begin; lock table kept.rooms in access share mode');
    await expect(run(urls, folder)).rejects.toThrow('canceling statement due to lock timeout');
  });
});

test('an index is built concurrently outside a transaction, and again where it broke off', async () => {
  const urls = await cloneDatabase();
  const index = `-- compatible: an index\n-- transaction: none
drop index concurrently if exists kept.rooms_name; -- left over
create index concurrently rooms_name on kept.rooms (practice_id, name);
drop index concurrently if exists kept.rooms_id;
create unique index concurrently rooms_id on kept.rooms (practice_id, id, name);\n`;
  await connected(urls.migrator, async (sql) => {
    await sql.query('set role kept_owner');
    await sql.query('create index rooms_name on kept.rooms (name)');
  });
  expect(await run(urls, await aMigrationsFolder({ '20990101000000_index': index }))).toEqual({
    applied: ['20990101000000_index'],
  });
  const { rows } = await asSuperuser(urls, (sql) =>
    sql.query(
      "select pg_get_indexdef('kept.rooms_name'::regclass) as name, to_regclass('kept.rooms_id') is not null as id",
    ),
  );
  expect(rows).toEqual([{ name: expect.stringContaining('(practice_id, name)'), id: true }]);
});

test('a migration may act as the kernel role, and the next begins as the owner again', async () => {
  const urls = await cloneDatabase();
  const folder = await aMigrationsFolder({
    '20990101000000_kernel': `-- compatible: a function\nset local role kept_kernel;
create function kernel.four() returns int language sql security definer set search_path = pg_catalog, pg_temp as $$ select 4; $$;\n`,
    '20990101000001_owner': wide('after'),
  });
  await run(urls, folder);
  expect(await hasColumn(urls, 'after')).toBe(true);
});
