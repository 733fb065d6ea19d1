import { listen } from '../domain/database/listen';
import { notifier } from '../domain/database/notify';
import { newId } from '../domain/ids';
import { closeAfterEach } from '../tests/builders/closing';
import { workOf } from '../tests/builders/flow';
import { type TestPractice, type World, aPractice, aWorld, anAppointment, times } from '../tests/builders/practice';
import { oneText } from '../tests/builders/protocol';
import { asSuperuser } from '../tests/builders/sql';
import { type TestEngine, anEngine, relayOptions, until } from '../tests/builders/temporal';
import { workflowId } from '../workflows/contracts/ids';
import { startRelay } from './relay';

const closing = closeAfterEach();
const world = aWorld();
/** Nothing is planned here: its outbox holds what a test puts there, and nothing that comes of it later. */
const still = aWorld();
let engine: TestEngine;
let practice: TestPractice;
beforeAll(async () => {
  engine = await anEngine(world(), { relay: { pollMs: 60_000 } }); // its own relay hears of nothing by itself
  await engine.relay.close();
  practice = await aPractice(world(), { policy: oneText });
});
afterAll(() => engine.worker.close());

beforeEach(() => superuser('delete from kernel.outbox'));
const aRelay = (more: Partial<Parameters<typeof startRelay>[0]> = {}, of = world) =>
  closing(startRelay({ ...relayOptions(of(), engine.worker.temporal, engine.taskQueue), ...more }));
/** A relay that has taken what was there, and waits to be woken. */
async function anIdleRelay(): Promise<void> {
  const last = newId();
  await practice.as('front_desk', (tx) => tx.announce('client', last));
  aRelay({ pollMs: 60_000 });
  await until(() =>
    asSuperuser(world().urls, async (sql) => {
      const { rowCount } = await sql.query('select from kernel.outbox where ref_id = $1', [last]);
      return rowCount === 0;
    }),
  );
}
/** A practice of the still world, with an empty outbox. */
async function aStillPractice(): Promise<TestPractice> {
  const made = await aPractice(still(), { policy: oneText });
  await made.member('front_desk');
  await superuser('delete from kernel.outbox', still());
  return made;
}
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
async function superuser(statement: string, of = world()): Promise<void> {
  await asSuperuser(of.urls, (sql) => sql.query(statement));
}

test('a NOTIFY after the commit wakes it: what is told does not wait for the poll', async () => {
  await anIdleRelay();
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
  await anIdleRelay();
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
  const quiet = await aStillPractice();
  closing(listen(still().urls.app, 'kept_live', (payload) => payload && heard.push(payload)));
  const ids = await quiet.as('front_desk', async (tx) => {
    const clients = times(70, () => newId());
    for (const id of clients) await tx.announce('client', id);
    await tx.announce('client', clients[0]!);
    return clients;
  });
  aRelay({}, still);
  await until(async () => heard.flatMap((one) => JSON.parse(one) as unknown[]).length >= 70);
  const things = heard.flatMap((one) => JSON.parse(one) as string[][]).map((thing) => thing.join(' '));
  expect(things.toSorted()).toEqual(ids.map((id) => [quiet.id, 'client', id].join(' ')).toSorted());
});

test('it says how long each row waited from its commit', async () => {
  const seconds: number[] = [];
  const quiet = await aStillPractice();
  await quiet.as('front_desk', (tx) => tx.announce('client', newId()));
  aRelay({ observe: (one) => seconds.push(one) }, still);
  await until(async () => seconds.length === 1);
  expect(seconds[0]).toBeGreaterThanOrEqual(0);
});
