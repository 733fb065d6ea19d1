import { Client } from 'pg';
import { type Role, roles } from '../../domain/access/roles';
import { type RowSeen, mayTouch } from '../../domain/access/row-access';
import type { TablePolicy, Verb } from '../../domain/access/policy-shape';
import { tablePolicies } from '../../domain/access/table-policy';
import { practiceTables } from '../../domain/database/tables';
import { newId } from '../../domain/ids';
import { type TestPractice, aClient, aPractice, aWorld } from '../builders/practice';
import { AnyRow, type Place, type Row, insertOf, isRow } from './any-row';
import { attempts } from './attempts';
import { type Table, readTable } from './columns';

/** One row for each way in which a row of this table can stand to the one who asks. */
interface Case {
  readonly table: Table;
  readonly policy: TablePolicy;
  readonly seen: RowSeen;
  readonly place: Place;
  readonly written: Row;
}

const world = aWorld();
const policies: Readonly<Record<string, TablePolicy>> = tablePolicies;
let mine: TestPractice;
let another: TestPractice;
let superuser: Client;
let rows: AnyRow;
const tables = new Map<string, Table>();
/** A member of `mine` who acts in nothing here. */
let bystander = '';
/** The membership that acts in each role. */
const actors = new Map<Role, string>();
const clients = { mine: '', another: '', ofAnother: '' };

beforeAll(async () => {
  [mine, another] = [await aPractice(world()), await aPractice(world())];
  superuser = new Client({ connectionString: world().urls.admin });
  await superuser.connect();
  for (const name of Object.keys(practiceTables)) tables.set(name, await readTable(superuser, name));
  rows = new AnyRow(superuser, tables);
  clients.mine = await aClient(mine, { clinicians: [mine.clinician] });
  clients.another = await aClient(mine);
  clients.ofAnother = await aClient(another, { clinicians: [another.clinician] });
  bystander = await memberAs('client');
  for (const role of roles) actors.set(role, await memberAs(role));
  await superuser.query(
    "insert into kept.client_access (practice_id, id, client_id, membership_id, relation, since) values ($1, $2, $3, $4, 'self', now())",
    [mine.id, newId(), clients.mine, actors.get('client')],
  );
});
afterAll(() => superuser.end());

async function memberAs(role: Role): Promise<string> {
  if (role.startsWith('service_')) {
    const found = await superuser.query<{ id: string }>(
      'select id from kernel.memberships where practice_id = $1 and service = $2',
      [mine.id, role.replace('service_', '')],
    );
    return found.rows[0]?.id ?? '';
  }
  if (role !== 'client') return mine.member(role as Parameters<TestPractice['member']>[0]);
  const id = newId();
  await mine.as(
    'administrator',
    (tx) => tx.one`select kernel.add_member(${newId()}, ${id}, 'client', ${`${id}@example.org`}, 'x', ${['client']})`,
  );
  return id;
}

const ways = <T extends string>(
  column: string | undefined,
  table: Table,
  both: readonly T[],
): (T | 'none' | undefined)[] => {
  if (column === undefined) return [undefined];
  return table.columns.find((one) => one.name === column)?.nullable ? [...both, 'none'] : [...both];
};

/** Every way in which a row can stand to a member of `mine`, and one row of another practice. */
function placesOf(table: Table, policy: TablePolicy, me: string): { seen: RowSeen; place: Place }[] {
  const placed = ways(policy.client, table, ['mine', 'another'] as const).flatMap((client) =>
    // whose a member's row without a member is, is nobody's: nothing to tell apart from another's
    ways(policy.member, table, ['me', 'another'] as const)
      .filter((member) => member !== 'none')
      .map((member) => ({
        seen: { practice: 'mine' as const, ...(client && { client }), ...(member && { member }) },
        place: {
          practice: mine.id,
          client: client === 'none' ? null : clients[client ?? 'another'],
          member: member === 'me' ? me : bystander,
        },
      })),
  );
  return [
    ...placed,
    {
      seen: { practice: 'another', client: 'another', member: 'another' },
      place: { practice: another.id, client: clients.ofAnother, member: another.clinician },
    },
  ];
}

/** The key of the row that stands in this place. */
async function standing(table: Table, place: Place): Promise<Row> {
  if (table.name === 'clients') return { practice_id: place.practice, id: place.client };
  const made = await rows.written(table.name, place);
  return Object.fromEntries(table.key.map((column) => [column, made[column] ?? null]));
}

/** Rows that are nobody's own stand to all roles in the same way: they are written once. */
const known = new Map<string, Promise<Row>>();

async function casesFor(me: string): Promise<Case[]> {
  const cases: Case[] = [];
  for (const table of tables.values()) {
    const policy = policies[table.name];
    if (!policy) continue;
    for (const { seen, place } of placesOf(table, policy, me)) {
      const where = `${table.name} ${JSON.stringify(place)}`;
      const row = known.get(where) ?? standing(table, place);
      known.set(where, row);
      cases.push({ table, policy, seen, place, written: await row });
    }
  }
  return cases;
}

describe.each(roles)('%s', (role) => {
  let cases: Case[];
  beforeAll(async () => {
    cases = await casesFor(actors.get(role) ?? '');
  });
  const expected = (one: Case, verb: Verb) => mayTouch(one.policy, verb, role, one.seen);
  const named = (one: Case) => `${one.table.name} ${JSON.stringify(one.seen)}`;
  /** What each statement comes to for this role, by case. */
  const answersTo = async (tried: readonly { readonly one: Case; readonly sql: string }[]) => {
    const url = role.startsWith('service_') && role !== 'service_portal' ? world().urls.worker : world().urls.app;
    const answers = await attempts(
      url,
      actors.get(role) ?? '',
      tried.map(({ sql }) => sql),
    );
    return tried.map(({ one }, n) => [named(one), answers[n]] as const);
  };

  test('sees what the policy table says', async () => {
    const seen = await answersTo(
      cases.map((one) => ({ one, sql: `select 1 from kept.${one.table.name} where ${isRow(one.written)}` })),
    );
    expect(seen).toEqual(cases.map((one) => [named(one), expected(one, 'select') ? 1 : 0]));
  });

  test('changes what the policy table says', async () => {
    const changed = await answersTo(
      cases.map((one) => {
        const column = one.policy.updateColumns?.[0] ?? 'practice_id';
        return { one, sql: `update kept.${one.table.name} set ${column} = ${column} where ${isRow(one.written)}` };
      }),
    );
    const told = (one: Case) => (one.policy.update ? (expected(one, 'update') ? 1 : 0) : '42501');
    expect(changed).toEqual(cases.map((one) => [named(one), told(one)]));
  });

  test('adds what the policy table says', async () => {
    const adding: { one: Case; sql: string }[] = [];
    for (const one of cases)
      // a client who is new is nobody's yet
      if (!(one.policy.client === 'id' && one.seen.client === 'mine'))
        adding.push({ one, sql: insertOf(one.table.name, await rows.row(one.table.name, one.place)) });
    const added = await answersTo(adding);
    // policies are asked before unique keys and after-triggers, so what is there already, or is no whole entry, was allowed
    const plainly = added.map(([name, answer]) => [
      name,
      answer === '23505' || answer === '23P01' || answer === 'KE004' ? 1 : answer,
    ]);
    expect(plainly).toEqual(adding.map(({ one }) => [named(one), expected(one, 'insert') ? 1 : '42501']));
  });

  test('moves no row to another practice, and none to a client that is not its own', async () => {
    const moves = cases
      .filter((one) => expected(one, 'update') && !one.policy.updateColumns)
      .flatMap((one) => {
        const to = (column: string, value: string) => ({
          one,
          sql: `update kept.${one.table.name} set ${column} = '${value}' where ${isRow(one.written)}`,
        });
        const elsewhere = { ...one.seen, client: 'another' as const };
        const mayNotMove = one.policy.client === 'client_id' && !mayTouch(one.policy, 'update', role, elsewhere);
        return [to('practice_id', another.id), ...(mayNotMove ? [to('client_id', clients.another)] : [])];
      });
    expect(await answersTo(moves)).toEqual(moves.map(({ one }) => [named(one), '42501']));
  });

  test('refers to no client of another practice', async () => {
    const referring: { one: Case; sql: string }[] = [];
    for (const one of cases)
      if (one.policy.client === 'client_id' && one.seen.practice === 'mine' && one.seen.client !== 'none')
        referring.push({
          one,
          sql: insertOf(one.table.name, {
            ...(await rows.row(one.table.name, one.place)),
            client_id: clients.ofAnother,
          }),
        });
    const answers = await answersTo(referring);
    expect(answers.filter(([, answer]) => answer !== '42501' && answer !== '23503')).toEqual([]);
  });

  test('has no way at all to a table that is nobody’s', async () => {
    const me = actors.get(role) ?? '';
    const answers = await attempts(world().urls.app, me, [
      'select 1 from kept.counters',
      'update kept.counters set next = 1',
    ]);
    expect(answers).toEqual(['42501', '42501']);
  });
});
