import { lives } from '../../domain/lives';
import { stepsOf } from '../../domain/life';
import { aClient, aPractice, aWorld, anAppointment } from '../builders/practice';
import { asSuperuser, refusal } from '../builders/sql';

const world = aWorld();

test('the database has the same state machines as the domain, step by step', async () => {
  const { rows } = await asSuperuser(world().urls, (sql) =>
    sql.query<{ step: string }>(
      "select entity || ': ' || from_state || ' --' || event || '--> ' || to_state as step from kernel.entity_states",
    ),
  );
  const ours = lives.flatMap(stepsOf).map((s) => `${s.entity}: ${s.from_state} --${s.event}--> ${s.to_state}`);
  expect(rows.map((row) => row.step).toSorted()).toEqual(ours.toSorted());
});

test('every life is kept by a trigger on a table, for insert and for update of its state', async () => {
  const { rows } = await asSuperuser(world().urls, (sql) =>
    sql.query<{ entity: string }>(`
      select convert_from(substring(tgargs from 1 for length(tgargs) - 1), 'UTF8') as entity from pg_trigger
       where tgfoid = 'kernel.check_state'::regproc and tgtype & 4 = 4 and tgtype & 16 = 16 and tgtype & 2 = 2
         and tgattr::text = (select attnum::text from pg_attribute where attrelid = tgrelid and attname = 'state')`),
  );
  expect(rows.map((row) => row.entity).toSorted()).toEqual(lives.map((life) => life.entity).toSorted());
});

test('a state that is no birth, or no next one, is refused whoever writes it', async () => {
  const practice = await aPractice(world());
  const id = await anAppointment(practice);
  const to = (state: string) =>
    asSuperuser(world().urls, (sql) => sql.query('update kept.appointments set state = $1 where id = $2', [state, id]));
  expect(await refusal(to('completed'))).toBe('KE001');
  expect(await refusal(to('no_such_state'))).toBe('KE001');
  const born = asSuperuser(world().urls, (sql) =>
    sql.query(
      `insert into kept.work_items (practice_id, id, cause, entity, ref_id, state, queue, opened_at)
       values ($1, uuidv7(), 'client_missing', 'client', uuidv7(), 'done', 'front_desk', now())`,
      [practice.id],
    ),
  );
  expect(await refusal(born)).toBe('KE001');
  expect(await refusal(to('confirmed'))).toBe('allowed');
});

test('once the event is named, the step must be that event’s', async () => {
  const practice = await aPractice(world());
  const id = await anAppointment(practice);
  const cancelBy = (event: string) =>
    practice.as('front_desk', async (tx) => {
      await tx.one`select set_config('app.event', ${event}, true)`;
      await tx.all`update appointments set state = 'cancelled', cancelled_at = now(), cancel_kind = 'in_time'
                    where practice_id = ${practice.id} and id = ${id}`;
    });
  expect(await refusal(cancelBy('arrive'))).toBe('KE001');
  expect(await refusal(cancelBy('cancel'))).toBe('allowed');
});

test('the event that was named ends with its transaction', async () => {
  const practice = await aPractice(world());
  const clientId = await aClient(practice);
  await practice.as('front_desk', (tx) => tx.one`select set_config('app.event', 'nonsense', true)`);
  const deactivated = practice.as('front_desk', (tx) =>
    tx.rows('clients').where({ practice_id: practice.id, id: clientId }).update({ state: 'inactive' }),
  );
  await expect(deactivated).resolves.toBe(1);
});

test('changing anything but the state asks no state machine', async () => {
  const practice = await aPractice(world());
  const id = await anAppointment(practice);
  const changed = practice.as('front_desk', async (tx) => {
    await tx.one`select set_config('app.event', 'nonsense', true)`;
    return tx.rows('appointments').where({ practice_id: practice.id, id }).update({ version: 2 });
  });
  await expect(changed).resolves.toBe(1);
});
