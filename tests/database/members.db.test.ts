import { createHash } from 'node:crypto';
import { newId } from '../../domain/ids';
import { addStaff } from '../../domain/staff/add-staff';
import { type TestPractice, aPractice, aWorld } from '../builders/practice';
import { asSuperuser, refusal } from '../builders/sql';

const world = aWorld();
const anEmail = () => `${newId()}@example.org`;
type Who = Parameters<TestPractice['as']>[0];

interface Newcomer {
  readonly door: 'staff' | 'client';
  readonly roles: readonly string[];
  readonly email?: string;
  readonly hash?: string;
}
async function letIn(practice: TestPractice, as: Who, newcomer: Newcomer): Promise<string> {
  const id = newId();
  await practice.as(
    as,
    (tx) =>
      tx.one`select kernel.add_member(${newId()}, ${id}, ${newcomer.door}, ${newcomer.email ?? anEmail()}, ${newcomer.hash ?? 'hash'}, ${[...newcomer.roles]})`,
  );
  return id;
}
const candidates = async (door: string, email: string) =>
  (
    await world().app.kernel.raw<{ rows: { membership_id: string; password_hash: string; practice_id: string }[] }>(
      'select * from kernel.sign_in_candidates(?, ?)',
      [door, email],
    )
  ).rows;

describe('who lets whom in', () => {
  test.each<[Who, Newcomer, string]>([
    ['administrator', { door: 'staff', roles: ['biller', 'front_desk'] }, 'allowed'],
    ['front_desk', { door: 'staff', roles: ['front_desk'] }, '42501'],
    ['supervisor', { door: 'staff', roles: ['administrator'] }, '42501'],
    ['administrator', { door: 'client', roles: ['client'] }, 'allowed'],
    ['front_desk', { door: 'client', roles: ['client'] }, 'allowed'],
    ['clinician', { door: 'client', roles: ['client'] }, '42501'],
    ['front_desk', { door: 'client', roles: ['client', 'administrator'] }, '42501'],
    ['administrator', { door: 'client', roles: ['administrator'] }, '42501'],
    ['administrator', { door: 'staff', roles: ['client'] }, '42501'],
    ['administrator', { door: 'staff', roles: ['service_core'] }, '42501'],
    ['administrator', { door: 'staff', roles: ['owner'] }, '42501'],
    ['administrator', { door: 'staff', roles: [] }, '23514'],
  ])('%s: %j is %s', async (who, newcomer, expected) => {
    const practice = await aPractice(world());
    expect(await refusal(letIn(practice, who, newcomer))).toBe(expected);
  });
});

test('the same person is let into a practice once; when she has left, again', async () => {
  const practice = await aPractice(world());
  const person = {
    email: anEmail(),
    passwordHash: 'x',
    displayName: 'Sam',
    shortName: 'Sam',
    credentials: null,
    isClinician: false,
    colour: 1,
  };
  const add = () => practice.as('administrator', (tx) => addStaff(tx, { ...person, roles: ['biller'] }));
  const id = await add();
  await expect(add()).rejects.toMatchObject({ code: 'duplicate' });
  await practice.as('administrator', (tx) => tx.one`select kernel.end_membership(${id})`);
  await expect(add()).resolves.not.toBe(id);
});

test('a person who is known at a front door keeps her password; at the other door she is somebody else', async () => {
  const [one, two, email] = [await aPractice(world()), await aPractice(world()), anEmail()];
  await letIn(one, 'administrator', { door: 'staff', roles: ['biller'], email, hash: 'first' });
  await letIn(two, 'administrator', { door: 'staff', roles: ['biller'], email: email.toUpperCase(), hash: 'second' });
  await letIn(two, 'administrator', { door: 'client', roles: ['client'], email, hash: 'third' });
  expect((await candidates('staff', email)).map((row) => [row.practice_id, row.password_hash])).toEqual([
    [one.id, 'first'],
    [two.id, 'first'],
  ]);
  expect((await candidates('client', email)).map((row) => row.password_hash)).toEqual(['third']);
});

test('who has left, whose practice has closed, or whose person has ended does not come up at sign-in', async () => {
  const practice = await aPractice(world());
  const email = anEmail();
  const id = await letIn(practice, 'administrator', { door: 'staff', roles: ['biller'], email });
  expect(await candidates('staff', email.toUpperCase())).toHaveLength(1);
  const afterwards = (statement: string, value: string) =>
    asSuperuser(world().urls, async (sql) => {
      await sql.query('begin');
      await sql.query(statement, [value]);
      const { rowCount } = await sql.query('select 1 from kernel.sign_in_candidates($1, $2)', ['staff', email]);
      await sql.query('rollback');
      return rowCount;
    });
  expect(await afterwards('update kernel.memberships set ended_at = now() where id = $1', id)).toBe(0);
  expect(await afterwards('update kernel.practices set closed_at = now() where id = $1', practice.id)).toBe(0);
  expect(await afterwards('update kernel.people set ended_at = now() where email = $1', email)).toBe(0);
});

describe('a session', () => {
  const hashOf = (token: string) => createHash('sha256').update(token).digest();
  async function aSession(membership: string, idle = '15 minutes', absolute = '12 hours') {
    const [id, token] = [newId(), newId()];
    await world().app.kernel.raw('select kernel.open_session(?, ?, ?, ?, ?::interval, ?::interval)', [
      id,
      hashOf(token),
      'staff',
      membership,
      idle,
      absolute,
    ]);
    const look = async (door = 'staff') =>
      (
        await world().app.kernel.raw<{ rows: unknown[] }>(
          'select session_id, roles from kernel.session_by_hash(?, ?)',
          [hashOf(token), door],
        )
      ).rows;
    return { id, look };
  }
  const shift = (id: string, set: string) =>
    asSuperuser(world().urls, (sql) => sql.query(`update kernel.sessions set ${set} where id = $1`, [id]));

  test('is found by the hash of its token, at its own front door, with the roles of now', async () => {
    const practice = await aPractice(world());
    const session = await aSession(practice.administrator);
    expect(await session.look()).toEqual([{ session_id: session.id, roles: ['administrator'] }]);
    expect(await session.look('client')).toEqual([]);
  });

  test('ends when nobody has moved a hand for too long, and input then comes too late', async () => {
    const practice = await aPractice(world());
    const session = await aSession(practice.administrator);
    await shift(session.id, "last_input_at = last_input_at - interval '14 minutes'");
    expect(await session.look()).toHaveLength(1);
    const input = () =>
      world().app.kernel.raw<{ rows: { at: Date | null }[] }>('select kernel.session_input(?) as at', [session.id]);
    expect((await input()).rows[0]?.at).toBeInstanceOf(Date);
    await shift(session.id, "last_input_at = last_input_at - interval '15 minutes'");
    expect(await session.look()).toEqual([]);
    expect((await input()).rows).toEqual([{ at: null }]);
  });

  test('ends at the latest after its absolute time, whatever the input', async () => {
    const practice = await aPractice(world());
    const session = await aSession(practice.administrator);
    await shift(session.id, "expires_at = clock_timestamp() - interval '1 ms'");
    expect(await session.look()).toEqual([]);
  });

  test('ends by signing out, and with its membership at once, of this practice only', async () => {
    const [practice, other] = [await aPractice(world()), await aPractice(world())];
    const biller = await practice.member('biller');
    const [own, signedOut] = [await aSession(biller), await aSession(biller)];
    await world().app.kernel.raw('select kernel.end_session(?)', [signedOut.id]);
    expect([await own.look(), await signedOut.look()].map((rows) => rows.length)).toEqual([1, 0]);
    await other.as('administrator', (tx) => tx.one`select kernel.end_membership(${biller})`);
    expect(await own.look()).toHaveLength(1);
    await practice.as('administrator', (tx) => tx.one`select kernel.end_membership(${biller})`);
    expect(await own.look()).toEqual([]);
    const { rows } = await asSuperuser(world().urls, (sql) =>
      sql.query('select ended_at is not null as ended from kernel.sessions where id = $1', [own.id]),
    );
    expect(rows).toEqual([{ ended: true }]);
  });

  test('is not opened for who has left', async () => {
    const practice = await aPractice(world());
    const biller = await practice.member('biller');
    await practice.as('administrator', (tx) => tx.one`select kernel.end_membership(${biller})`);
    expect(await (await aSession(biller)).look()).toEqual([]);
  });
});
