import { aPractice, aWorld } from '../../tests/builders/practice';
import { asSuperuser } from '../../tests/builders/sql';
import { newId } from '../ids';
import { type Database, openDatabase } from './database';

const world = aWorld();
let database: Database;
beforeAll(() => {
  database = openDatabase({ url: world().urls.app, name: 'kept test', poolSize: 1, prepares: true });
});
afterAll(() => database.close());

test('a statement is planned once per connection, and its values are never another’s', async () => {
  const practice = await aPractice(world());
  const entering = { membershipId: practice.administrator };
  const seen: unknown[] = [];
  for (let n = 0; n < 8; n += 1) {
    const room = { practice_id: practice.id, id: newId(), name: `Room ${String(n)}` };
    seen.push(
      await database.inPractice(entering, undefined, async (tx) => {
        await tx.rows('rooms').insert(room);
        return tx.one`select name, current_setting('application_name') as app from rooms where practice_id = ${tx.practiceId} and id = ${room.id}`;
      }),
    );
  }
  expect(seen).toEqual(Array.from({ length: 8 }, (_, n) => ({ name: `Room ${String(n)}`, app: 'kept test' })));
  const named = await database.inPractice(
    entering,
    undefined,
    (tx) => tx.one<{ names: number; plans: number }>`
      select count(*)::int as names, sum(generic_plans + custom_plans)::int as plans from pg_prepared_statements where statement like ${'%rooms%'}`,
  );
  expect(named).toEqual({ names: 2, plans: 16 });
});

test('who may see a row is decided anew each time: a plan that is kept belongs to nobody', async () => {
  const [one, two] = [await aPractice(world()), await aPractice(world())];
  const rooms = (membershipId: string) =>
    database.inPractice(
      { membershipId },
      undefined,
      (tx) => tx.all<{ name: string }>`select name from rooms where name <> ${''}`,
    );
  await one.as('administrator', (tx) =>
    tx.rows('rooms').insert({ practice_id: one.id, id: newId(), name: 'Only here' }),
  );
  for (let n = 0; n < 7; n += 1) {
    expect((await rooms(one.administrator)).map(({ name }) => name)).toContain('Only here');
    expect((await rooms(two.administrator)).map(({ name }) => name)).not.toContain('Only here');
  }
});

test('a migration between two uses is met by running the use-case again', async () => {
  const practice = await aPractice(world());
  let runs = 0;
  const look = () =>
    database.inPractice({ membershipId: practice.administrator }, undefined, async (tx) => {
      runs += 1;
      return tx.one<object>`select * from rooms where practice_id = ${tx.practiceId} and name = ${'Late'}`;
    });
  await practice.as('administrator', (tx) =>
    tx.rows('rooms').insert({ practice_id: practice.id, id: newId(), name: 'Late' }),
  );
  await look();
  await asSuperuser(world().urls, (sql) => sql.query('alter table kept.rooms add column colour text'));
  expect(await look()).toMatchObject({ name: 'Late', colour: null });
  expect(runs).toBe(3);
  await look();
  expect(runs).toBe(4);
});
