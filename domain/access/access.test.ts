import { createHash } from 'node:crypto';
import path from 'node:path';
import { changedPolicies } from '../../dev/generate/policies';
import { readMigrations } from '../database/migrate';
import { practiceTables } from '../database/tables';
import { capabilities } from './capabilities';
import { type TableNeeds, capabilityTables } from './capability-tables';
import { roles } from './roles';
import { mayTouch, mayTouchSome } from './row-access';
import { type TablePolicy, type Verb, verbs } from './policy-shape';
import { type PolicedTable, tablePolicies } from './table-policy';

const policies: Readonly<Record<PolicedTable, TablePolicy>> = tablePolicies;
const migrations = async () => (await readMigrations(path.join(__dirname, '../../migrations'))).map((one) => one.sql);

const needs = Object.entries<TableNeeds>(capabilityTables).flatMap(([capability, tables]) =>
  (Object.entries(tables) as [PolicedTable, readonly Verb[]][]).flatMap(([table, needed]) =>
    needed.flatMap((verb) =>
      capabilities[capability as keyof typeof capabilities].map((role) => ({ capability, table, verb, role })),
    ),
  ),
);

test('whoever has a capability may touch the tables that it needs', () => {
  const lacking = needs.filter(({ table, verb, role }) => !mayTouchSome(policies[table], verb, role));
  expect(lacking).toEqual([]);
});

test('every practice table has a policy, but the one that only the kernel touches', () => {
  const without = Object.keys(practiceTables).filter((table) => !(table in policies));
  expect(without).toEqual(['counters']);
  expect(Object.keys(policies).filter((table) => !(table in practiceTables))).toEqual([]);
});

test('a table that grants by client or by member names the column it means', () => {
  const nameless = Object.entries(policies).filter(
    ([, policy]) =>
      verbs.some((verb) => (policy[verb]?.clients && !policy.client) ?? false) ||
      verbs.some((verb) => (policy[verb]?.own && !policy.member) ?? false),
  );
  expect(nameless.map(([table]) => table)).toEqual([]);
});

test('the migrations hold exactly what the policy table compiles to', async () => {
  expect(changedPolicies(await migrations())).toEqual([]);
});

test('a policy block of a migration is as it was generated', async () => {
  const blocks = (await migrations()).flatMap((sql) => [
    ...sql.matchAll(/^-- policy (\w+) (\w+)\n([\s\S]*?)(?=\n\n-- policy |\n*$(?![\s\S]))/gm),
  ]);
  const markOf = (sql = '') => createHash('sha256').update(sql).digest('hex').slice(0, 16);
  expect(blocks.filter(([, , mark, block]) => markOf(block) !== mark).map(([, table]) => table)).toEqual([]);
  expect(blocks.length).toBeGreaterThanOrEqual(Object.keys(policies).length);
});

test('no table keeps a policy that the policy table has dropped', async () => {
  const named = (await migrations()).flatMap((sql) =>
    [...sql.matchAll(/^-- policy (\w+) /gm)].map((match) => match[1]),
  );
  expect(new Set(named)).toEqual(new Set(Object.keys(policies)));
});

test('policies are written by the generator alone', async () => {
  const byHand = (await migrations())
    .map((sql) => sql.replaceAll(/^-- policy [\s\S]*?(?=\n\n|\n*$(?![\s\S]))/gm, ''))
    .flatMap((sql) => [...sql.matchAll(/create policy (\w+) on (\S+) .*?to (?:kept_app|kept_worker|public)/gi)]);
  expect(byHand.map((match) => match[0])).toEqual([]);
});

describe('what the policy table says of a row', () => {
  const policy: TablePolicy = {
    client: 'client_id',
    member: 'owner_id',
    select: { all: ['auditor'], clients: ['clinician'], own: ['biller'] },
    update: { all: ['auditor', 'front_desk'], own: ['biller'] },
  };
  const row = { practice: 'mine', client: 'another', member: 'another' } as const;

  test.each([
    ['auditor', 'select', row, true],
    ['auditor', 'select', { ...row, practice: 'another' }, false],
    ['clinician', 'select', { ...row, client: 'mine' }, true],
    ['clinician', 'select', row, false],
    ['clinician', 'select', { practice: 'mine' }, false],
    ['biller', 'update', { ...row, member: 'me' }, true],
    ['biller', 'update', row, false],
    ['front_desk', 'update', row, false],
    ['auditor', 'insert', row, false],
    ['client', 'select', { ...row, client: 'mine', member: 'me' }, false],
  ] as const)('%s, %s, %j: %s', (role, verb, seen, expected) => {
    expect(mayTouch(policy, verb, role, seen)).toBe(expected);
  });

  test('no role may update what it may not see', () => {
    const blind = Object.entries(policies).flatMap(([table, one]) =>
      roles
        .filter((role) => mayTouchSome(one, 'update', role) && !mayTouchSome(one, 'select', role))
        .map((role) => `${table} ${role}`),
    );
    expect(blind).toEqual([]);
  });
});
