import { aClient, aPractice, aWorld } from '../../tests/builders/practice';
import { aCuttingProxy } from '../../tests/builders/cutting-proxy';
import { aBarrier, asSuperuser, until } from '../../tests/builders/sql';
import { newId } from '../ids';
import { AppError } from '../problems';
import { type Database, type DatabaseOptions, openDatabase } from './database';
import { AbortedTransaction, UnknownOutcome } from './kept-client';
import type { PracticeTx } from './practice-tx';

const world = aWorld();
const opened: Database[] = [];
/** A pool of one connection, so that the next caller gets what the last one left. */
function oneConnection(options: Partial<DatabaseOptions> = {}): Database {
  const database = openDatabase({ url: world().urls.app, name: 'kept test', poolSize: 1, ...options });
  opened.push(database);
  return database;
}
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

const roomsNamed = (practiceId: string, name: string) =>
  asSuperuser(world().urls, async (sql) => {
    const { rows } = await sql.query<{ n: number }>(
      'select count(*)::int as n from kept.rooms where practice_id = $1 and name = $2',
      [practiceId, name],
    );
    return rows[0]?.n;
  });
const aRoom = (practiceId: string, name: string) => ({ practice_id: practiceId, id: newId(), name });

test('the context ends with its transaction: the next user of the connection is nobody, and sees nothing', async () => {
  const practice = await aPractice(world());
  await aClient(practice);
  const database = oneConnection();
  const inside = await database.inPractice(
    { membershipId: practice.administrator },
    undefined,
    (tx) =>
      tx.one`select authz.practice_id() as practice, pg_backend_pid() as pid, (select count(*)::int from clients) as clients`,
  );
  expect(inside).toMatchObject({ practice: practice.id, clients: 1 });
  const after = await database.kernel.raw<{ rows: unknown[] }>(
    `select authz.practice_id() as practice, authz.membership_id() as membership, authz.has_role('administrator') as administrator,
            pg_backend_pid() as pid, (select count(*)::int from clients) as clients`,
  );
  expect(after.rows).toEqual([
    { practice: null, membership: null, administrator: false, clients: 0, pid: (inside as { pid: number }).pid },
  ]);
});

test('the context ends with a transaction that failed, too', async () => {
  const practice = await aPractice(world());
  const database = oneConnection();
  const failing = database.inPractice({ membershipId: practice.administrator }, undefined, () =>
    Promise.reject(new AppError('invalid')),
  );
  await expect(failing).rejects.toMatchObject({ code: 'invalid' });
  const after = await database.kernel.raw<{ rows: { n: number }[] }>('select count(*)::int as n from staff');
  expect(after.rows).toEqual([{ n: 0 }]);
});

test('who has left cannot enter, nothing of the use-case runs, and the connection serves the next caller', async () => {
  const practice = await aPractice(world());
  const leaver = await practice.member('front_desk');
  await practice.as('administrator', (tx) => tx.one`select kernel.end_membership(${leaver})`);
  const database = oneConnection();
  let ran = 0;
  const entering = database.inPractice({ membershipId: leaver }, undefined, () => Promise.resolve((ran += 1)));
  await expect(entering).rejects.toMatchObject({ code: 'signed_out' });
  expect(ran).toBe(0);
  const next = database.inPractice(
    { membershipId: practice.administrator },
    undefined,
    (tx) =>
      tx.one`select count(*)::int as n from staff where practice_id = ${practice.id} and id = ${practice.administrator}`,
  );
  await expect(next).resolves.toEqual({ n: 1 });
});

test('nobody enters a practice that has closed', async () => {
  const practice = await aPractice(world());
  await asSuperuser(world().urls, (sql) =>
    sql.query('update kernel.practices set closed_at = now() where id = $1', [practice.id]),
  );
  await expect(practice.as('administrator', (tx) => tx.one`select 1`)).rejects.toMatchObject({ code: 'signed_out' });
});

test('a change of roles holds from the next transaction on', async () => {
  const practice = await aPractice(world());
  const biller = await practice.member('biller');
  await asSuperuser(world().urls, (sql) =>
    sql.query("update kernel.memberships set roles = '{auditor,front_desk}' where id = $1", [biller]),
  );
  const roles = await practice.as({ membershipId: biller }, (tx) => Promise.resolve(tx.roles));
  expect(roles).toEqual(['auditor', 'front_desk']);
});

test('what is no id never reaches the database', async () => {
  const database = oneConnection();
  const entering = { membershipId: `${newId()}'); drop schema kept cascade; --` };
  await expect(database.inPractice(entering, undefined, () => Promise.resolve(1))).rejects.toThrow('not an id');
  const service = { practiceId: newId(), service: "core'); --" as 'core' };
  await expect(database.inPractice(service, undefined, () => Promise.resolve(1))).rejects.toThrow('not a service');
});

test('a use-case that swallows an error of the database does not look saved', async () => {
  const practice = await aPractice(world());
  const swallow = async (tx: PracticeTx) => {
    await tx.rows('rooms').insert(aRoom(practice.id, 'Swallowed'));
    await tx.rows.raw('select 1 / 0').catch(() => undefined);
    return 'saved';
  };
  const entering = { membershipId: practice.administrator };
  await expect(world().app.inPractice(entering, undefined, swallow)).rejects.toBeInstanceOf(AbortedTransaction);
  // an audited one already fails where it writes its entry
  await expect(practice.as('administrator', swallow)).rejects.toMatchObject({ code: '25P02' });
  expect(await roomsNamed(practice.id, 'Swallowed')).toBe(0);
});

test('a savepoint fails alone and keeps the context', async () => {
  const practice = await aPractice(world());
  await practice.as('administrator', async (tx) => {
    await tx.rows('rooms').insert(aRoom(practice.id, 'Outer'));
    await tx.rows
      .transaction(async (inner) => {
        await inner('rooms').insert(aRoom(practice.id, 'Inner'));
        await inner.raw('select 1 / 0');
      })
      .catch(() => undefined);
    await tx.rows.transaction(async (inner) => {
      await inner('rooms').insert(aRoom(practice.id, 'Second'));
    });
  });
  expect(await Promise.all(['Outer', 'Inner', 'Second'].map((name) => roomsNamed(practice.id, name)))).toEqual([
    1, 0, 1,
  ]);
});

describe('a connection that is lost during COMMIT', () => {
  test.each([
    ['before', 'end', 0],
    ['before', 'reset', 0],
    ['after', 'end', 1],
    ['after', 'reset', 1],
  ] as const)('%s the server heard it (%s): an unknown outcome, tried once, %i saved', async (when, how, saved) => {
    const practice = await aPractice(world());
    const proxy = await aCuttingProxy(world().urls.app);
    const database = oneConnection({ url: proxy.url });
    let runs = 0;
    const running = database.inPractice({ membershipId: practice.administrator }, undefined, async (tx) => {
      runs += 1;
      await tx.rows('rooms').insert(aRoom(practice.id, 'Lost'));
      proxy.cutAt('COMMIT', when, how);
    });
    await expect(running).rejects.toBeInstanceOf(UnknownOutcome);
    expect(runs).toBe(1);
    await until(async () => (await roomsNamed(practice.id, 'Lost')) === saved);
    const next = database.inPractice(
      { membershipId: practice.administrator },
      undefined,
      (tx) => tx.one`select 1 as one`,
    );
    await expect(next).resolves.toEqual({ one: 1 });
    await database.close();
    await proxy.close();
  });
});

test('a connection that is killed in the middle asks to try again, saves nothing, and is replaced', async () => {
  const practice = await aPractice(world());
  const database = oneConnection();
  const enter = { membershipId: practice.administrator };
  const killed = database.inPractice(enter, undefined, async (tx) => {
    await tx.rows('rooms').insert(aRoom(practice.id, 'Killed'));
    const backend = await tx.one<{ pid: number }>`select pg_backend_pid() as pid`;
    await asSuperuser(world().urls, async (sql) => {
      await sql.query('select pg_terminate_backend($1)', [backend?.pid]);
      await until(
        async () => (await sql.query('select 1 from pg_stat_activity where pid = $1', [backend?.pid])).rowCount === 0,
      );
    });
    await tx.rows('rooms').insert(aRoom(practice.id, 'Killed'));
  });
  await expect(killed).rejects.toMatchObject({ code: 'try_again' });
  expect(await roomsNamed(practice.id, 'Killed')).toBe(0);
  await expect(database.inPractice(enter, undefined, (tx) => tx.one`select 1 as one`)).resolves.toEqual({ one: 1 });
});

test('a transaction that idles too long is ended by the server, and asks to try again', async () => {
  const practice = await aPractice(world());
  const database = oneConnection();
  const idling = database.inPractice({ membershipId: practice.administrator }, undefined, async (tx) => {
    await tx.rows.raw("set local idle_in_transaction_session_timeout = '20ms'");
    const backend = await tx.one<{ pid: number }>`select pg_backend_pid() as pid`;
    await asSuperuser(world().urls, (sql) =>
      until(
        async () => (await sql.query('select 1 from pg_stat_activity where pid = $1', [backend?.pid])).rowCount === 0,
      ),
    );
    await tx.rows.raw('select 1');
  });
  await expect(idling).rejects.toMatchObject({ code: 'try_again' });
});

test('of two that deadlock one runs again as a whole, and both are saved once', async () => {
  const practice = await aPractice(world());
  const [a, b] = [aRoom(practice.id, 'A'), aRoom(practice.id, 'B')];
  await practice.as('administrator', (tx) => tx.rows('rooms').insert([a, b]));
  const both = aBarrier(2);
  const runs: string[] = [];
  const lockBoth = (name: string, first: string, second: string) =>
    practice.as('administrator', async (tx) => {
      runs.push(name);
      const raise = (id: string) => tx.rows('rooms').where({ practice_id: practice.id, id }).increment('version', 1);
      await raise(first);
      await both();
      await raise(second);
    });
  await Promise.all([lockBoth('one', a.id, b.id), lockBoth('two', b.id, a.id)]);
  expect(runs.toSorted().join()).toMatch(/^(one,one,two|one,two,two)$/);
  const rooms = await practice.as(
    'administrator',
    (tx) => tx.all`select version from rooms where practice_id = ${practice.id} order by name`,
  );
  expect(rooms).toEqual([{ version: 3 }, { version: 3 }]);
});

test.each([
  ['40001', 4, 'try_again'],
  ['40P01', 4, 'try_again'],
  ['55P03', 1, 'try_again'],
  ['57014', 1, 'try_again'],
  ['23505', 1, 'duplicate'],
  ['23503', 1, 'not_found'],
  ['42501', 1, 'not_found'],
  ['KE001', 1, 'wrong_state'],
])('%s runs %i times, then is %s', async (sqlstate, expected, code) => {
  const practice = await aPractice(world());
  let runs = 0;
  const running = practice.as('administrator', (tx) => {
    runs += 1;
    return tx.rows.raw(`do $$ begin raise exception 'of a client' using errcode = '${sqlstate}'; end $$`);
  });
  await expect(running).rejects.toMatchObject({ code });
  expect(runs).toBe(expected);
});

test('a serialisation failure that goes away is nobody’s business', async () => {
  const practice = await aPractice(world());
  let runs = 0;
  const answer = await practice.as('administrator', async (tx) => {
    runs += 1;
    if (runs < 4) await tx.rows.raw(`do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
    await tx.rows('rooms').insert(aRoom(practice.id, 'Fourth'));
    return runs;
  });
  expect(answer).toBe(4);
  expect(await roomsNamed(practice.id, 'Fourth')).toBe(1);
});

test('when every connection is taken for too long, the caller is asked to try again', async () => {
  const practice = await aPractice(world());
  const database = oneConnection({ waitMs: 100 });
  const enter = { membershipId: practice.administrator };
  await database.inPractice(enter, undefined, async () => {
    await expect(database.inPractice(enter, undefined, () => Promise.resolve(1))).rejects.toMatchObject({
      code: 'try_again',
    });
  });
});

test('a lock that somebody keeps is waited for so long only', async () => {
  const practice = await aPractice(world());
  const room = aRoom(practice.id, 'Locked');
  await practice.as('administrator', (tx) => tx.rows('rooms').insert(room));
  const lock = (id: string) => ({ practice_id: practice.id, id });
  await practice.as('administrator', async (holder) => {
    await holder.rows('rooms').where(lock(room.id)).forUpdate();
    const waiting = practice.as('administrator', async (tx) => {
      await tx.rows.raw("set local lock_timeout = '20ms'");
      await tx.rows('rooms').where(lock(room.id)).forUpdate();
    });
    await expect(waiting).rejects.toMatchObject({ code: 'try_again' });
  });
});

test('nobody is woken by a command that was rolled back', async () => {
  const practice = await aPractice(world());
  let woken = 0;
  const database = oneConnection({ afterTelling: () => (woken += 1) });
  const enter = { membershipId: practice.administrator };
  await expect(
    database.inPractice(enter, undefined, async (tx) => {
      await tx.announce('practice', practice.id);
      throw new AppError('invalid');
    }),
  ).rejects.toMatchObject({ code: 'invalid' });
  expect(woken).toBe(0);
  await database.inPractice(enter, undefined, (tx) => tx.announce('practice', practice.id));
  expect(woken).toBe(1);
});

test('the statement in the text of an error has its values left out', async () => {
  const practice = await aPractice(world());
  const error: unknown = await practice
    .as('administrator', (tx) => tx.all`select ${'Ana Whitfield'}::int`)
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect((error as Error).message.split(' - ')[0]).not.toContain('Ana');
});
