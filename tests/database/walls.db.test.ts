import { kernelTables, practiceTables } from '../../domain/database/tables';
import { newId } from '../../domain/ids';
import { aClient, aPractice, aWorld, anAppointment } from '../builders/practice';
import { asSuperuser, connected, refusal } from '../builders/sql';

const world = aWorld();
const kernel = Object.keys(kernelTables);
const kept = Object.keys(practiceTables);
const logins = ['app', 'worker'] as const;

/** One statement as a login role, in no practice. */
const say = (login: 'app' | 'worker' | 'migrator', statement: string) =>
  connected(world().urls[login], (sql) => sql.query(statement));

describe('in no practice', () => {
  let clinician = '';
  beforeAll(async () => {
    const practice = await aPractice(world());
    clinician = practice.clinician;
    await anAppointment(practice);
    const filled = await asSuperuser(world().urls, (sql) =>
      sql.query<{ clients: number; holds: number }>(
        'select (select count(*)::int from kept.clients) as clients, (select count(*)::int from kept.time_holds) as holds',
      ),
    );
    expect(filled.rows).toEqual([{ clients: 1, holds: 2 }]);
  });

  test.each(logins)('kept_%s sees no row of any practice table', async (login) => {
    const counts = await connected(world().urls[login], async (sql) => {
      const seen: Record<string, number | string> = {};
      for (const table of kept) {
        const answer = sql.query<{ n: number }>(`select count(*)::int as n from kept.${table}`);
        seen[table] = await answer.then((rows) => rows.rows[0]?.n ?? -1).catch((error: { code: string }) => error.code);
      }
      return seen;
    });
    // numbers are handed out by a function, nobody reads them
    expect(counts).toEqual({ ...Object.fromEntries(kept.map((table) => [table, 0])), counters: '42501' });
  });

  test('the owner of the tables sees none either, and the migrator may not even ask', async () => {
    await connected(world().urls.migrator, async (sql) => {
      expect(await refusal(sql.query('select 1 from kept.clients'))).toBe('42501');
      await sql.query('set role kept_owner');
      expect((await sql.query('select 1 from kept.clients')).rowCount).toBe(0);
    });
  });

  test('kernel functions that need one answer nothing or refuse', async () => {
    const id = newId();
    const answers = await connected(world().urls.app, async (sql) => ({
      announce: await refusal(sql.query("select kernel.announce('client', $1)", [id])),
      tell: await refusal(sql.query("select kernel.tell('appointment', $1, 1, null)", [id])),
      number: await refusal(sql.query("select kernel.next_number('client')")),
      member: await refusal(
        sql.query("select kernel.add_member($1, $1, 'staff', 'a@example.org', null, '{administrator}')", [id]),
      ),
      end: await refusal(sql.query('select kernel.end_membership($1)', [id])),
      search: (await sql.query("select kernel.search_clients('{}', null, null, 10)")).rowCount,
      busy: (await sql.query("select * from kernel.busy(array[$1::uuid], '-infinity', 'infinity')", [clinician]))
        .rowCount,
      audit: (await sql.query('select * from kernel.audit_of_client($1, 10)', [id])).rowCount,
      mine: (await sql.query('select authz.my_client_ids() as ids')).rows,
      roles: (await sql.query('select kernel.roles_of($1) as roles', [id])).rows,
    }));
    expect(answers).toEqual({
      announce: '23502',
      tell: '23502',
      number: '23502',
      member: '42501',
      end: '42501',
      search: 0,
      busy: 0,
      audit: 0,
      mine: [{ ids: [] }],
      roles: [{ roles: null }],
    });
  });
});

test.each(logins)('kept_%s has no way to a kernel table or a partition, even inside a practice', async (login) => {
  const practice = await aPractice(world());
  const partitions = await asSuperuser(world().urls, (sql) =>
    sql.query<{ name: string }>(
      "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'kept.audit'::regclass",
    ),
  );
  const tables = [...kernel.map((table) => `kernel.${table}`), ...partitions.rows.map((row) => row.name)];
  const allowed: string[] = [];
  await connected(world().urls[login], async (sql) => {
    await sql.query(`begin; select kernel.enter('${practice.administrator}')`);
    for (const table of tables)
      for (const statement of [
        `select 1 from ${table}`,
        `insert into ${table} default values`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        await sql.query('savepoint s');
        if ((await refusal(sql.query(statement))) !== '42501') allowed.push(statement);
        await sql.query('rollback to s');
      }
  });
  expect(allowed).toEqual([]);
});

test.each(logins)('kept_%s deletes nothing and switches nothing off', async (login) => {
  const statements = [
    ...kept.flatMap((table) => [`delete from kept.${table}`, `truncate kept.${table}`]),
    'alter table kept.timeline disable trigger append_only',
    'alter table kept.timeline disable trigger all',
    'alter table kept.clients no force row level security',
    'alter table kept.clients disable row level security',
    'drop policy app_select on kept.clients',
    'create policy mine on kept.clients using (true)',
    'set session_replication_role = replica',
    'set role kept_kernel',
    'set role kept_owner',
    'set session authorization kept_owner',
    'create table kept.mine (id int)',
    'create temporary table mine (id int)',
    'create table public.mine (id int)',
    "create function kernel.mine() returns int language sql as 'select 1'",
    'create or replace function authz.practice_id() returns uuid language sql as $$ select null::uuid $$',
    'create trigger mine before insert on kept.clients execute function kernel.refuse()',
    'select pg_read_file($$/etc/passwd$$)',
    "copy kept.clients to program 'true'",
  ];
  const answers = await connected(world().urls[login], async (sql) => {
    const found: Record<string, string> = {};
    for (const statement of statements) {
      const code = await refusal(sql.query(statement));
      if (code !== '42501') found[statement] = code;
    }
    return found;
  });
  expect(answers).toEqual({});
});

test('a caller who has turned row-level security off gets an error, not rows', async () => {
  await connected(world().urls.app, async (sql) => {
    await sql.query('set row_security = off');
    expect(await refusal(sql.query('select 1 from kept.clients'))).toBe('42501');
  });
});

test('what is the worker’s the application may not do, and the other way round', async () => {
  const id = newId();
  const refused = {
    app: [
      'kernel.take_outbox(1)',
      'kernel.outbox_done(array[1])',
      'kernel.seal_audit()',
      'kernel.practices_open()',
      "kernel.sweep('1 s', 1)",
    ],
    worker: [
      `kernel.sign_in_candidates('staff', 'a@example.org')`,
      `kernel.end_session('${id}')`,
      `kernel.end_membership('${id}')`,
    ],
  };
  for (const login of logins)
    for (const call of [
      ...refused[login],
      `kernel.found_practice('${id}', '${id}', '${id}', 'a', 'b')`,
      "kernel.enroll('kept.clients')",
    ])
      expect([call, await refusal(say(login, `select ${call}`))]).toEqual([call, '42501']);
});

describe('between two practices', () => {
  test('a row for another practice is refused, and no row moves there', async () => {
    const [mine, theirs] = [await aPractice(world()), await aPractice(world())];
    const room = { practice_id: mine.id, id: newId(), name: 'Room' };
    await mine.as('administrator', (tx) => tx.rows('rooms').insert(room));
    const elsewhere = mine.as('administrator', (tx) =>
      tx.rows('rooms').insert({ ...room, id: newId(), practice_id: theirs.id }),
    );
    expect(await refusal(elsewhere)).toBe('42501');
    const moved = mine.as('administrator', (tx) =>
      tx.rows('rooms').where({ id: room.id }).update({ practice_id: theirs.id }),
    );
    expect(await refusal(moved)).toBe('42501');
  });

  test('a row of another practice cannot be changed: it is not there', async () => {
    const [mine, theirs] = [await aPractice(world()), await aPractice(world())];
    const changed = await mine.as('administrator', (tx) =>
      tx.rows('practice_profiles').where({ practice_id: theirs.id }).update({ name: 'Ours' }),
    );
    expect(changed).toBe(0);
  });

  test('a reference to a row of another practice is refused, though foreign keys see everything', async () => {
    const [mine, theirs] = [await aPractice(world()), await aPractice(world())];
    const clientId = await aClient(theirs);
    const contact = mine.as('front_desk', (tx) =>
      tx.rows('client_contacts').insert({
        practice_id: mine.id,
        id: newId(),
        client_id: clientId,
        kind: 'mobile',
        value: '+12125550123',
      }),
    );
    expect(await refusal(contact)).toBe('23503');
  });

  test('no function takes anybody into a practice where she is no member', async () => {
    const [mine, theirs] = [await aPractice(world()), await aPractice(world())];
    const roles = await mine.as(
      'administrator',
      (tx) => tx.one`select kernel.roles_of(${theirs.administrator}) as roles`,
    );
    expect(roles).toEqual({ roles: null });
    await mine.as('administrator', (tx) => tx.one`select kernel.end_membership(${theirs.administrator})`);
    await expect(theirs.as('administrator', (tx) => tx.one`select 1 as still`)).resolves.toEqual({ still: 1 });
  });
});

test('a foreign key asks nobody who may see, so a clinician’s row for another’s client is refused by the policy', async () => {
  const practice = await aPractice(world());
  const stranger = await aClient(practice);
  const visit = practice.as('clinician', (tx) =>
    tx.rows('work_items').insert({
      practice_id: practice.id,
      id: newId(),
      cause: 'client_missing',
      entity: 'client',
      ref_id: stranger,
      client_id: stranger,
      state: 'open',
      queue: 'clinician',
      opened_at: new Date(),
    }),
  );
  expect(await refusal(visit)).toBe('42501');
});

test('an insert that answers needs the right to read, so ids are made by the caller', async () => {
  const practice = await aPractice(world());
  const row = (id: string) => ({
    practice_id: practice.id,
    id,
    actor_id: practice.clinician,
    purpose: 'care',
    act: 'test',
    outcome: 'done' as const,
  });
  await expect(practice.as('clinician', (tx) => tx.rows('audit').insert(row(newId())))).resolves.toBeTruthy();
  expect(await refusal(practice.as('clinician', (tx) => tx.rows('audit').insert(row(newId())).returning('id')))).toBe(
    '42501',
  );
});
