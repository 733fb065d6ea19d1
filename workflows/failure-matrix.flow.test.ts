import { Client as SqlClient } from 'pg';
import type { Knex } from 'knex';
import { type Database, openDatabase } from '../domain/database/database';
import { newId } from '../domain/ids';
import { readAppointment } from '../domain/schedule/appointment';
import { instantOf } from '../domain/time/instant';
import { minuteOfDay } from '../domain/time/wall-time';
import { changeClient } from '../domain/clients/change-client';
import { cancel, dueIn, messagesOf, moveTo, planned, settled, stepOf } from '../tests/builders/flow';
import { closeAfterEach } from '../tests/builders/closing';
import { aGate, gatedVendor } from '../tests/builders/gate';
import { aLine } from '../tests/builders/line';
import { type World, aPractice, aWorld, anAppointment } from '../tests/builders/practice';
import { oneText } from '../tests/builders/protocol';
import { aTaskQueue, anEngine, relayOptions, someWorkers, testAddress, until } from '../tests/builders/temporal';
import { aVendor } from '../tests/builders/vendor';
import { startRelay } from '../worker/relay';
import { sweep } from '../worker/sweep';
import { workflowId } from './contracts/ids';

/**
 * What must hold when something dies, row by row of the failure matrix in docs/workflows/appointment.md; each test has its row's
 * name. Rows that need a real `kill -9` are in dev/verify/kill/points.ts under theirs.
 */
const closing = closeAfterEach();
const worlds = Array.from({ length: 3 }, () => aWorld());
let used = 0;
/** Each test has a database to itself while it runs: its relay tells nobody else's workflows. */
const freshWorld = (): World => worlds[(used += 1) % worlds.length]!();

async function superuser(world: World, statement: string): Promise<void> {
  const sql = new SqlClient({ connectionString: world.urls.admin });
  await sql.connect();
  await sql.query(statement);
  await sql.end();
}

const outbox = async (world: World): Promise<number> => {
  const { rows } = await world.worker.kernel.raw<{ rows: { waiting: number }[] }>(
    'select waiting::int from kernel.outbox_state()',
  );
  return rows[0]?.waiting ?? -1;
};

/** A line to the server at an address, and the address at our end of it. */
async function lineTo(address: string) {
  const [host = '', port = ''] = address.split(':');
  const line = await aLine({ host, port: Number(port) });
  return { ...line, address: `127.0.0.1:${line.port}` };
}

test('API before commit', async () => {
  const world = freshWorld();
  const engine = closing(await anEngine(world));
  const practice = await aPractice(world, { policy: oneText });
  let id = '';
  const booking = practice.as('front_desk', async (tx) => {
    id = newId();
    await tx.tell('appointment', id, 1);
    throw new Error('killed before COMMIT');
  });
  await expect(booking).rejects.toThrow('killed');
  await until(async () => (await outbox(world)) === 0);
  await expect(engine.worker.temporal.workflow.getHandle(workflowId.appointment(id)).describe()).rejects.toThrow(
    /not found/i,
  );
});

test('after commit, before relay', async () => {
  const world = freshWorld();
  const practice = await aPractice(world, { policy: oneText });
  const taskQueue = aTaskQueue();
  const vendor = aVendor();
  const worker = closing(await someWorkers(world, taskQueue, { vendor }));
  const delivered = await dueIn(practice, 300);
  const lost = await dueIn(practice, 300);
  await superuser(world, `delete from kernel.outbox where ref_id = '${lost}'`);
  closing(startRelay(relayOptions(world, worker.temporal, taskQueue)));
  expect(await settled(practice, delivered)).toMatchObject([{ state: 'sent' }]); // the outbox delivers
  expect(await sweep(world.worker)).toBe(0); // not yet a minute
  await superuser(world, "update kept.next_steps set wanted_at = wanted_at - interval '61 s'");
  expect(await sweep(world.worker)).toBe(1); // the one that nobody was told of
  expect(await settled(practice, lost)).toMatchObject([{ state: 'sent' }]);
});

test('relay after start, before mark', async () => {
  const world = freshWorld();
  const practice = await aPractice(world, { policy: oneText });
  const taskQueue = aTaskQueue();
  const vendor = aVendor();
  const worker = closing(await someWorkers(world, taskQueue, { vendor }));
  const dead = closing(startRelay(relayOptions(diesAt(world, 'kernel.outbox_done'), worker.temporal, taskQueue)));
  const id = await dueIn(practice, 2_000);
  await planned(practice, id, 'reminder_1h'); // started …
  await dead.close();
  expect(await outbox(world)).toBeGreaterThan(0); // … and not marked
  const run = () => worker.temporal.workflow.getHandle(workflowId.appointment(id)).describe();
  const { runId } = await run();
  await superuser(world, "update kernel.outbox set leased_until = clock_timestamp() - interval '1 s'");
  closing(startRelay(relayOptions(world, worker.temporal, taskQueue)));
  const [message] = await settled(practice, id);
  await until(async () => (await outbox(world)) === 0);
  expect((await run()).runId).toBe(runId); // the same id: one workflow
  expect(vendor.got.filter((one) => one.key.startsWith(message!.id))).toHaveLength(1);
});

/** A database whose process dies where this statement would be sent. */
function diesAt(world: World, statement: string): World {
  const { kernel } = world.worker;
  const raw = (sql: string, bindings: Knex.RawBinding[]) =>
    sql.includes(statement) ? Promise.reject(new Error('killed')) : kernel.raw(sql, bindings);
  return { ...world, worker: { ...world.worker, kernel: { raw } as unknown as Knex } };
}

test('cancel while a send is in flight', async () => {
  const world = freshWorld();
  const practice = await aPractice(world, { policy: oneText });
  const [gate, vendor] = [aGate(), aVendor('never')];
  closing(await anEngine(world, { vendor: gatedVendor(vendor, gate) }));
  closing(gate).shut();
  const id = await dueIn(practice, 200);
  await gate.reached();
  await cancel(practice, id);
  const before = await dueIn(practice, 60_000);
  await cancel(practice, before); // before any claim
  gate.open();
  const [reminder, notice] = await settled(practice, id, 2);
  expect([reminder!.state, notice!.kind, notice!.state]).toEqual(['sent', 'notice', 'sent']);
  expect(notice!.created_at >= reminder!.settled_at!).toBe(true); // the notice follows
  await planned(practice, before, undefined);
  expect(await messagesOf(practice, before)).toEqual([]);
});

test('server down across `fireAt`', async () => {
  const world = freshWorld();
  const practice = await aPractice(world, { policy: oneText });
  const line = closing(await lineTo(testAddress()));
  const vendor = aVendor();
  closing(await anEngine(world, { vendor, worker: { address: line.address } }));
  const late = await dueIn(practice, 2_000);
  await planned(practice, late, 'reminder_1h');
  await line.cut();
  // of use for another second: its reminder is of no use twenty minutes before the start
  const useless = await anAppointment(practice, { at: instantOf(Date.now() + 20 * 60_000 + 1_000), doubleBook: true });
  await until(async () => {
    const { startsAt } = await practice.as('front_desk', (tx) => readAppointment(tx, useless));
    return Date.now() > startsAt - 20 * 60_000 + 50;
  });
  await line.mend();
  expect(await settled(practice, late)).toMatchObject([{ state: 'sent' }]);
  expect(await settled(practice, useless)).toMatchObject([{ state: 'skipped', reason: 'too_late' }]);
  expect(vendor.got).toHaveLength(1);
});

test('a booking with Temporal stopped succeeds and is told later', async () => {
  const world = freshWorld();
  const practice = await aPractice(world, { policy: oneText });
  const line = closing(await lineTo(testAddress()));
  closing(await anEngine(world, { worker: { address: line.address }, relay: { maxAttempts: 1 } }));
  await line.cut();
  const began = Date.now();
  const id = await dueIn(practice, 300);
  expect(Date.now() - began).toBeLessThan(2_000);
  expect(await practice.as('front_desk', (tx) => readAppointment(tx, id))).toMatchObject({ state: 'scheduled' });
  await until(async () => {
    const { rows } = await world.worker.kernel.raw<{ rows: { n: number }[] }>(
      'select parked::int as n from kernel.outbox_state()',
    );
    return Date.now() - began > 1_500 && rows[0]?.n === 0; // an engine that is away parks nothing
  });
  await line.mend();
  expect(await settled(practice, id)).toMatchObject([{ state: 'sent' }]);
});

test('Postgres down in an activity', async () => {
  const world = freshWorld();
  const practice = await aPractice(world, { policy: oneText });
  const url = new URL(world.urls.worker);
  const line = closing(await lineTo(url.host));
  url.host = line.address;
  const database: Database = closing(openDatabase({ url: url.href, name: 'kept test cut off', poolSize: 5 }));
  const [gate, vendor] = [aGate(), aVendor('never')];
  closing(await anEngine(world, { vendor: gatedVendor(vendor, gate), deps: { database } }));
  closing(gate).shut();
  const inCall = await dueIn(practice, 200);
  const waiting = await dueIn(practice, 2_000);
  await planned(practice, waiting, 'reminder_1h');
  await gate.reached(); // claimed, and calling the vendor
  await line.cut();
  gate.open();
  await until(async () => vendor.got.length === 1);
  const changed = await dueIn(practice, 200); // told, but cannot be planned
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect((await messagesOf(practice, inCall)).map((one) => one.state)).toEqual(['claimed']); // no state invented
  await line.mend();
  for (const id of [inCall, waiting, changed]) expect(await settled(practice, id)).toMatchObject([{ state: 'sent' }]);
  expect(vendor.got).toHaveLength(3);
});

// That reminders keep their hours over the change of the clocks is the plan's: domain/reminders/reminder-plan.test.ts.
test('DST change or time-zone edit', async () => {
  const world = freshWorld();
  const [here, there] = ['America/New_York', 'America/Los_Angeles']; // three hours earlier there
  const inDay = (minute: number) => (minute + 24 * 60) % (24 * 60);
  const minute = minuteOfDay(instantOf(Date.now()), here);
  const quiet = { quietFromMinute: inDay(minute - 230), quietUntilMinute: inDay(minute - 130) }; // it is quiet there, not here
  const practice = await aPractice(world, { policy: { ...oneText, ...quiet } });
  const engine = closing(await anEngine(world));
  const id = await dueIn(practice, 200);
  const liveIn = (zone: string) =>
    practice.as('front_desk', async (tx) => {
      const { client_id } = await readAppointment(tx, id);
      const client = await tx.rows('clients').where({ practice_id: practice.id, id: client_id }).first();
      await changeClient(tx, { id: client_id, version: client?.version ?? 0, change: { zone } });
    });
  await settled(practice, id); // where the client was registered it is day
  await moveTo(practice, id, 60_000);
  const before = await planned(practice, id, 'reminder_1h');
  await liveIn(there);
  await until(async () => (await stepOf(practice, id))!.due_at! > before.due_at!); // computed anew: when the quiet ends there
  await moveTo(practice, id, 200);
  await planned(practice, id, 'reminder_1h');
  expect(await messagesOf(practice, id)).toHaveLength(1);
  await liveIn(here);
  await settled(practice, id, 2);
  await liveIn(there);
  await planned(practice, id, 'ask_missing');
  expect((await messagesOf(practice, id)).map((one) => [one.occurrence, one.state])).toEqual([
    [1, 'sent'],
    [3, 'sent'],
  ]);
  expect(engine.vendor.got).toHaveLength(2);
});
