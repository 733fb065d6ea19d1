import { aPractice, aWorld, anAppointment } from '../builders/practice';
import { asSuperuser, connected, refusal } from '../builders/sql';

const world = aWorld();

/** Whoever owns the tables has every grant there is; the triggers hold against her too. Row-level security would hide the rows. */
const asSuperuserIn = (statement: string) => asSuperuser(world().urls, (sql) => sql.query(statement));
const asOwner = (statement: string) =>
  connected(world().urls.migrator, async (sql) => {
    await sql.query('set role kept_owner');
    await sql.query(statement);
  });

beforeAll(async () => {
  await anAppointment(await aPractice(world()));
  const { rows } = await asSuperuserIn(
    'select (select count(*) > 0 from kept.timeline) as timeline, (select count(*) > 0 from kept.audit) as audit',
  );
  expect(rows).toEqual([{ timeline: true, audit: true }]);
});

test.each([
  "update kept.timeline set code = 'other'",
  'delete from kept.timeline',
  'truncate kept.timeline',
  "update kept.audit set act = 'other'",
  'update kept.audit set at = at',
  'delete from kept.audit',
  'truncate kept.audit',
])('refused even to a superuser: %s', async (statement) => {
  expect(await refusal(asSuperuserIn(statement))).toBe('KE003');
});

test('the parts of the audit are append-only each by itself: no row changed, none deleted, no month emptied', async () => {
  const parts = await asSuperuserIn(
    "select inhrelid::regclass::text as part from pg_inherits where inhparent = 'kept.audit'::regclass",
  );
  expect(parts.rows.length).toBeGreaterThan(12);
  const { rows } = await asSuperuserIn('select distinct tableoid::regclass::text as part from kept.audit');
  for (const { part } of rows as { part: string }[])
    for (const statement of [`update ${part} set act = 'other'`, `delete from ${part}`])
      expect([statement, await refusal(asSuperuserIn(statement))]).toEqual([statement, 'KE003']);
  for (const { part } of parts.rows as { part: string }[])
    expect([part, await refusal(asOwner(`truncate ${part}`))]).toEqual([part, 'KE003']);
});

test('a row is not moved into another month by its time', async () => {
  expect(await refusal(asSuperuserIn("update kept.audit set at = at + interval '40 days'"))).toBe('KE003');
});

test('an audit entry’s time and transaction are the database’s: nobody says them', async () => {
  const practice = await aPractice(world());
  const entry = {
    practice_id: practice.id,
    actor_id: practice.administrator,
    purpose: 'care',
    act: 'test',
    outcome: 'done' as const,
  };
  const withTx = practice.as('administrator', (tx) => tx.rows('audit').insert({ ...entry, id: practice.id, tx: '3' }));
  const withAt = practice.as('administrator', (tx) =>
    tx.rows('audit').insert({ ...entry, id: practice.id, at: new Date(0) }),
  );
  expect(await refusal(withTx)).toBe('42501');
  expect(await refusal(withAt)).toBe('42501');
});

test('nobody writes an audit entry in the name of another', async () => {
  const practice = await aPractice(world());
  const entry = practice.as('front_desk', (tx) =>
    tx.rows('audit').insert({
      practice_id: practice.id,
      id: practice.id,
      actor_id: practice.administrator,
      purpose: 'care',
      act: 'test',
      outcome: 'done',
    }),
  );
  expect(await refusal(entry)).toBe('42501');
});
