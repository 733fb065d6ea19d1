import { Client as SqlClient } from 'pg';
import { dueIn, planned, settled, stepOf } from '../tests/builders/flow';
import { type TestPractice, aPractice, aWorld, anAppointment, times } from '../tests/builders/practice';
import { oneText } from '../tests/builders/protocol';
import { type TestEngine, anEngine, until } from '../tests/builders/temporal';
import { lookAgain } from '../workflows/contracts/messages';
import { workflowId } from '../workflows/contracts/ids';
import { sweep } from './sweep';

const world = aWorld();
let engine: TestEngine;
let practice: TestPractice;
beforeAll(async () => {
  engine = await anEngine(world());
  practice = await aPractice(world(), { policy: oneText });
});
afterAll(() => engine.stop());

async function superuser(statement: string): Promise<void> {
  const sql = new SqlClient({ connectionString: world().urls.admin });
  await sql.connect();
  await sql.query(statement);
  await sql.end();
}
const handle = (id: string) => engine.worker.temporal.workflow.getHandle(workflowId.appointment(id));
const messagesFor = (messageId: string) => engine.vendor.got.filter((one) => one.key.startsWith(messageId)).length;

test('it tells exactly what is overdue or was told to nobody, each is sent once, and a second sweep tells nothing', async () => {
  const ids = await Promise.all(times(10, () => dueIn(practice, 600_000)));
  for (const id of ids) await planned(practice, id, 'reminder_1h');
  const [terminated, untold] = [ids.slice(0, 5), ids[5]!];
  await Promise.all(terminated.map((id) => handle(id).terminate('operator')));
  const list = terminated.map((id) => `'${id}'`).join();
  await superuser(`
    update kept.appointments set starts_at = starts_at - interval '11 min', ends_at = ends_at - interval '11 min' where id in (${list});
    update kept.next_steps set due_at = due_at - interval '11 min' where id in (${list}); -- their time has passed
    update kept.appointments set version = 2 where id = '${untold}'; -- a change whose row in the outbox was lost
    update kept.next_steps set wanted_version = 2, wanted_at = clock_timestamp() - interval '1 hour' where id = '${untold}'`);
  expect(await sweep(world().worker)).toBe(6);
  for (const id of terminated) {
    const [message, ...more] = await settled(practice, id);
    expect([message!.state, messagesFor(message!.id), more]).toEqual(['sent', 1, []]);
    await planned(practice, id, 'ask_missing');
  }
  await until(async () => (await stepOf(practice, untold))?.planned_version === 2);
  expect(await sweep(world().worker)).toBe(0);
});

test('what waits in the outbox is not told twice, and what is settled is not swept for ever', async () => {
  const id = await anAppointment(practice, { doubleBook: true });
  await planned(practice, id, 'reminder_1h');
  await superuser(`
    update kept.next_steps set due_at = clock_timestamp() - interval '1 hour' where id = '${id}';
    insert into kernel.outbox (practice_id, key, kind, ref_id, next_at)
    values ('${practice.id}', 'appointment/${id}', 'appointment', '${id}', clock_timestamp() + interval '1 hour')`);
  expect(await sweep(world().worker)).toBe(0);
  await superuser(`
    delete from kernel.outbox;
    update kept.next_steps set kind = 'nothing_more', step = null, due_at = null, params = '{}' where id = '${id}'`);
  expect(await sweep(world().worker)).toBe(0);
});

test('a parked row does not hide its thing from the sweep', async () => {
  const id = await anAppointment(practice, { doubleBook: true });
  await planned(practice, id, 'reminder_1h');
  await superuser(`
    update kept.appointments set version = 2 where id = '${id}';
    update kept.next_steps set wanted_version = 2, wanted_at = clock_timestamp() - interval '1 hour' where id = '${id}';
    insert into kernel.outbox (practice_id, key, kind, ref_id, parked_at)
    values ('${practice.id}', 'appointment/${id}', 'appointment', '${id}', clock_timestamp())`);
  expect(await sweep(world().worker)).toBe(1);
  await until(async () => (await stepOf(practice, id))?.planned_version === 2);
});

test('a practice that is closed is left alone, and its workflows end', async () => {
  const closed = await aPractice(world(), { policy: oneText });
  const [open, overdue] = [await anAppointment(closed), await anAppointment(closed, { doubleBook: true })];
  for (const id of [open, overdue]) await planned(closed, id, 'reminder_1h');
  await superuser(`
    update kept.next_steps set due_at = clock_timestamp() - interval '1 hour' where id = '${overdue}';
    update kernel.practices set closed_at = clock_timestamp() where id = '${closed.id}'`);
  expect(await sweep(world().worker)).toBe(0);
  await handle(open).signal(lookAgain);
  await until(async () => (await handle(open).describe()).status.name === 'COMPLETED');
});
