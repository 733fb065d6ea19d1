import { Client as SqlClient } from 'pg';
import { listen } from '../domain/database/listen';
import { notifier } from '../domain/database/notify';
import { newId } from '../domain/ids';
import { closeAfterEach } from '../tests/builders/closing';
import { workOf } from '../tests/builders/flow';
import { type TestPractice, type World, aPractice, aWorld, anAppointment, times } from '../tests/builders/practice';
import { oneText } from '../tests/builders/protocol';
import { type TestEngine, anEngine, relayOptions, until } from '../tests/builders/temporal';
import { workflowId } from '../workflows/contracts/ids';
import { startRelay } from './relay';

const closing = closeAfterEach();
const world = aWorld();
let engine: TestEngine;
let practice: TestPractice;
beforeAll(async () => {
  engine = await anEngine(world(), { relay: { pollMs: 60_000 } }); // its own relay hears of nothing by itself
  await engine.relay.close();
  practice = await aPractice(world(), { policy: oneText });
});
afterAll(() => engine.worker.close());

beforeEach(() => superuser('delete from kernel.outbox'));
const aRelay = (more: Partial<Parameters<typeof startRelay>[0]> = {}) =>
  closing(startRelay({ ...relayOptions(world(), engine.worker.temporal, engine.taskQueue), ...more }));
const isTold = (id: string) =>
  engine.worker.temporal.workflow
    .getHandle(workflowId.appointment(id))
    .describe()
    .then(
      () => true,
      () => false,
    );
const state = async ({ worker }: World) => {
  const { rows } = await worker.kernel.raw<{ rows: { waiting: number; parked: number }[] }>(
    'select waiting::int, parked::int from kernel.outbox_state()',
  );
  return rows[0] ?? { waiting: -1, parked: -1 };
};
async function superuser(statement: string): Promise<void> {
  const sql = new SqlClient({ connectionString: world().urls.admin });
  await sql.connect();
  await sql.query(statement);
  await sql.end();
}

test('a NOTIFY after the commit wakes it: what is told does not wait for the poll', async () => {
  aRelay({ pollMs: 60_000 });
  await until(async () => (await state(world())).waiting === 0);
  const outbox = closing(notifier(world().urls.app, 'kept_outbox'));
  const id = await anAppointment(practice, { doubleBook: true });
  outbox.poke();
  await until(() => isTold(id));
});

test('a lost NOTIFY costs one poll', async () => {
  aRelay({ pollMs: 200 });
  const id = await anAppointment(practice, { doubleBook: true });
  await until(() => isTold(id)); // nobody notified
});

test('a relay whose listening connection was cut listens again', async () => {
  aRelay({ pollMs: 60_000 });
  await until(async () => (await state(world())).waiting === 0);
  await superuser(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kept_outbox' and datname = current_database()",
  );
  const id = await anAppointment(practice, { doubleBook: true });
  await until(() => isTold(id)); // heard at the reconnection, or told by the next word
});

test('a row that fails again and again is parked and becomes a work item; once the thing is told, the item is healed', async () => {
  const id = await anAppointment(practice, { doubleBook: true });
  const failing = { withDeadline: () => Promise.reject(new TypeError('no such key')) };
  const relay = aRelay({ temporal: failing as never, maxAttempts: 2 });
  expect(await until(async () => ((await workOf(practice, id)).length > 0 ? workOf(practice, id) : undefined))).toEqual(
    ['outbox_parked'],
  );
  await relay.close();
  expect(await state(world())).toMatchObject({ parked: 1 });
  aRelay();
  await practice.as('front_desk', (tx) => tx.tell('appointment', id, 1));
  await until(async () => (await workOf(practice, id)).length === 0);
});

test('one row that cannot be told holds up nobody else', async () => {
  const bad = newId();
  const good = await anAppointment(practice, { doubleBook: true });
  const { temporal } = engine.worker;
  const picky = {
    withDeadline: (_: number, work: () => Promise<unknown>) => work(),
    workflow: {
      signalWithStart: (type: string, options: { workflowId: string }) =>
        options.workflowId === workflowId.appointment(bad)
          ? Promise.reject(new TypeError('never'))
          : temporal.workflow.signalWithStart(type, options as never),
    },
  };
  await practice.as('front_desk', (tx) => tx.announce('appointment', bad));
  aRelay({ temporal: picky as never, maxAttempts: 50 });
  await until(() => isTold(good));
});

test('open screens hear of each thing once per batch, by kind and id alone', async () => {
  const heard: string[] = [];
  closing(listen(world().urls.app, 'kept_live', (payload) => payload && heard.push(payload)));
  const ids = await practice.as('front_desk', async (tx) => {
    const clients = times(70, () => newId());
    for (const id of clients) await tx.announce('client', id);
    await tx.announce('client', clients[0]!);
    return clients;
  });
  aRelay();
  await until(async () => heard.flatMap((one) => JSON.parse(one) as unknown[]).length >= 70);
  const things = heard.flatMap((one) => JSON.parse(one) as string[][]).map((thing) => thing.join(' '));
  expect(things.toSorted()).toEqual(ids.map((id) => [practice.id, 'client', id].join(' ')).toSorted());
});

test('it says how long each row waited from its commit', async () => {
  const seconds: number[] = [];
  await practice.as('front_desk', (tx) => tx.announce('client', newId()));
  aRelay({ observe: (one) => seconds.push(one) });
  await until(async () => seconds.length === 1);
  expect(seconds[0]).toBeGreaterThanOrEqual(0);
});
