import path from 'node:path';
import { readMigrations } from './migrate';
import { headerOf, migrationFaults } from './migration-rules';
import { statementsOf } from './migration-text';

const compatible = (sql: string) => `-- What it is for.\n-- compatible: says so\n\n${sql}`;
const contract = (sql: string) => `-- contract: the last build no longer reads it\n${sql}`;
const untransacted = (sql: string) => `-- compatible: an index\n-- transaction: none\n${sql}`;

test.each([
  ['create index x on kept.clients (practice_id)', 'index on kept.clients without CONCURRENTLY'],
  ['create unique index if not exists x on kept.clients (practice_id)', 'index on kept.clients without CONCURRENTLY'],
  ['create index on only kept.audit (practice_id)', 'index on kept.audit without CONCURRENTLY'],
  ['create index concurrently x on kept.clients (practice_id)', 'CONCURRENTLY needs "-- transaction: none"'],
  ["alter table kept.clients add constraint x check (zone <> '')", 'constraint on kept.clients without NOT VALID'],
  ['alter table kept.clients add unique (practice_id, zone)', 'constraint on kept.clients without NOT VALID'],
  [
    'alter table only kept.clients\n  add column a int,\n  add constraint x foreign key (practice_id, a) references kept.rooms',
    'constraint on kept.clients without NOT VALID',
  ],
  [
    'alter table kept.clients add column room_id uuid references kept.rooms',
    'constraint on kept.clients without NOT VALID: add the column first',
  ],
  [
    'alter table kept.clients add column height int not null',
    'not null without a default on kept.clients: contracting, so the header must say "contract:"',
  ],
  ["update kept.clients set zone = 'UTC'", 'update kept.clients: data changes are backfills'],
  ['delete from kept.clients', 'delete from kept.clients: data changes are backfills'],
  ['insert into kept.rooms select 1', 'insert into kept.rooms: data changes are backfills'],
  ['truncate kept.rooms', 'truncate kept.rooms: data changes are backfills'],
  [
    'merge into kept.rooms using x on true when matched then delete',
    'merge into kept.rooms: data changes are backfills',
  ],
  ['drop table kept.rooms', 'drop table: contracting, so the header must say "contract:"'],
  ['drop function kernel.busy(uuid[])', 'drop function: contracting, so the header must say "contract:"'],
  ['alter table kept.rooms drop column name', 'drop column name: contracting, so the header must say "contract:"'],
  ['alter table kept.rooms drop name', 'drop name: contracting, so the header must say "contract:"'],
  [
    'alter table kept.rooms rename column name to title',
    'rename column name: contracting, so the header must say "contract:"',
  ],
  ['alter table kept.rooms rename to halls', 'rename to halls: contracting, so the header must say "contract:"'],
  [
    'alter table kept.rooms alter column name type varchar',
    'alter column name: contracting, so the header must say "contract:"',
  ],
  [
    'alter table kept.rooms alter name set data type varchar',
    'alter name set: contracting, so the header must say "contract:"',
  ],
  [
    'alter table kept.clients alter column pronouns set not null',
    'alter column pronouns: contracting, so the header must say "contract:"',
  ],
  [
    'alter function kernel.busy(uuid[]) rename to taken',
    'alter function kernel.busy(uuid[]) rename: contracting, so the header must say "contract:"',
  ],
])('refused: %s', (sql, fault) => {
  expect(migrationFaults(compatible(`${sql};`))).toEqual([fault]);
});

test('refused: a header that does not say whether the last build still works', () => {
  const fault = 'the header says neither "compatible:" nor "contract:"';
  expect(migrationFaults('-- Adds a thing.\nselect 1;')).toEqual([fault]);
  expect(migrationFaults('-- compatible:\nselect 1;')).toEqual([fault]);
});

test.each([
  [
    'create index concurrently x on kept.clients (zone)',
    'index x: a build that broke off leaves it invalid, so drop it first, if it exists',
  ],
  [
    'drop index concurrently if exists kept.x; create table kept.y ()',
    '"transaction: none" is for indexes CONCURRENTLY alone',
  ],
])('refused outside a transaction: %s', (sql, fault) => {
  expect(migrationFaults(untransacted(`${sql};`))).toEqual([fault]);
});

test.each([
  compatible(
    'create table kept.new (id int); create index x on kept.new (id); alter table kept.new add constraint c check (id > 0);',
  ),
  compatible('alter table kept.clients add column height int, add constraint h check (height > 0) not valid;'),
  compatible('alter table kept.clients add column height int not null default 0;'),
  compatible('alter table kept.clients validate constraint h; alter table kept.clients drop constraint g;'),
  compatible('alter table kept.clients alter column zone drop not null, alter column zone set default $$UTC$$;'),
  compatible("insert into kernel.entity_states values ('client', 'active', 'pause', 'paused');"),
  compatible(
    'create or replace function kernel.f() returns void language sql as $$ update kept.clients set zone = 1; drop table x $$;',
  ),
  compatible('-- drop table kept.clients;\nselect 1;'),
  contract('alter table kept.rooms drop column name; drop function kernel.busy(uuid[]);'),
  untransacted(
    'drop index concurrently if exists kept.x;\ncreate unique index concurrently x on kept.clients (practice_id, zone);',
  ),
])('allowed, number %#', (sql) => {
  expect(migrationFaults(sql)).toEqual([]);
});

test('the header says how a migration runs', () => {
  expect(headerOf(compatible('select 1'))).toEqual({ compatible: true, transaction: true });
  expect(headerOf(contract('select 1'))).toEqual({ compatible: false, transaction: true });
  expect(headerOf(untransacted('select 1'))).toEqual({ compatible: true, transaction: false });
});

test('statements are told apart without comments and bodies', () => {
  expect(statementsOf('-- a; b\ncreate function f() as $x$ one; two $x$;\n\nselect\n  1;')).toEqual([
    "create function f() as ''",
    'select 1',
  ]);
});

test('no migration of ours breaks a rule', async () => {
  const migrations = await readMigrations(path.join(__dirname, '../../migrations'));
  expect(migrations.length).toBeGreaterThan(0);
  expect(migrations.flatMap(({ name, sql }) => migrationFaults(sql).map((fault) => `${name}: ${fault}`))).toEqual([]);
});
