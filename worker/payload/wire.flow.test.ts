import { Client, Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { closeAfterEach } from '../../tests/builders/closing';
import { cancel, confirm, dueIn, messagesOf, planned, settled, startFor } from '../../tests/builders/flow';
import {
  type TestPractice,
  type World,
  aClient,
  aPractice,
  aWorld,
  anAppointment,
} from '../../tests/builders/practice';
import { oneText } from '../../tests/builders/protocol';
import { aRawClient, aTaskQueue, anEngine, someWorkers, testAddress, until } from '../../tests/builders/temporal';
import { aVendor } from '../../tests/builders/vendor';
import type { Database } from '../../domain/database/database';
import type { MessagePort } from '../../domain/messages/message-port';
import { workflowId } from '../../workflows/contracts/ids';
import type { PayloadKey } from './codec';
import { dataConverterWith } from './data-converter';

const closing = closeAfterEach();
const worlds = [aWorld(), aWorld()];
let used = 0;
/** Each test has a database to itself while it runs: its relay tells nobody else's workflows. */
const freshWorld = (): World => worlds[(used += 1) % worlds.length]!();

let raw: Client;
beforeAll(async () => {
  raw = await aRawClient();
});
afterAll(() => raw.connection.close());

/** Everything that the server has recorded of an appointment, as bytes: what whoever reads its database sees. */
async function onTheWire(id: string): Promise<string> {
  const history = await raw.workflow.getHandle(workflowId.appointment(id)).fetchHistory();
  const description = await raw.workflow.getHandle(workflowId.appointment(id)).describe();
  return (
    Buffer.from(temporal.api.history.v1.History.encode(history).finish()).toString('latin1') +
    JSON.stringify(description.raw, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    )
  );
}
const isRunning = async (id: string) =>
  (await raw.workflow.getHandle(workflowId.appointment(id)).describe()).status.name === 'RUNNING';
const keysOf = (wire: string) => ['test', 'old', 'fresh'].filter((id) => wire.includes(`kept-key-${id}`));
const aKey = (id: string, byte: number): PayloadKey => ({ id: `kept-key-${id}`, secret: Buffer.alloc(32, byte) });

const canaries = [
  'Zsofia',
  'Quetzalbird',
  'Zosia',
  '2125550187',
  'zsofia.q@example.org',
  '1971-03-09',
  'Canary Practice',
];

/** A client and a practice whose names would be recognised anywhere. */
async function planted(world: World): Promise<{ practice: TestPractice; clientId: string }> {
  const practice = await aPractice(world, { policy: oneText, name: 'Canary Practice' });
  const clientId = await aClient(practice, {
    firstName: 'Zsofia',
    lastName: 'Quetzalbird',
    preferredName: 'Zosia',
    birthDate: '1971-03-09',
    contacts: [
      { kind: 'mobile', value: '+12125550187', leaveMessage: false },
      { kind: 'email', value: 'zsofia.q@example.org', leaveMessage: false },
    ],
  });
  return { practice, clientId };
}

/** Nothing of a person, and nothing of what is said about her: not even the codes of steps. */
function expectNothingReadable(wire: string): void {
  for (const canary of [...canaries, 'reminder_1h', 'ask_missing', 'practiceId'])
    expect([canary, wire.includes(canary)]).toEqual([canary, false]);
}

test('no name, number, address or birth date of a whole life is in what Temporal keeps', async () => {
  const world = freshWorld();
  const vendor = aVendor();
  const engine = closing(await anEngine(world, { vendor }));
  const { practice, clientId } = await planted(world);
  const id = await anAppointment(practice, { at: startFor(300), clientId });
  await settled(practice, id);
  await confirm(practice, id);
  await cancel(practice, id);
  await settled(practice, id, 2);
  expect(vendor.got.map((one) => one.to)).toEqual(['+12125550187', '+12125550187']); // she was written to
  expectNothingReadable(await onTheWire(id));
  expect(engine.taskQueue).toMatch(/^core-/);
});

test('what an error says is as unreadable as the rest', async () => {
  const world = freshWorld();
  const vendor = aVendor();
  let calls = 0;
  const talkative: MessagePort = {
    ...vendor.ports.sms,
    send(message, signal) {
      if ((calls += 1) === 1) throw new Error(`no route to Zsofia Quetzalbird ${message.to}`);
      return vendor.ports.sms.send(message, signal);
    },
  };
  closing(await anEngine(world, { vendor: { ...vendor, ports: { ...vendor.ports, sms: talkative } } }));
  const { practice, clientId } = await planted(world);
  const id = await anAppointment(practice, { at: startFor(200), clientId });
  expect(await settled(practice, id)).toMatchObject([{ state: 'sent' }]);
  const wire = await onTheWire(id);
  expectNothingReadable(wire);
  expect(wire).not.toContain('no route');
  expect(wire).toContain('Encoded failure');
});

describe('the allow-list refuses a stray field', () => {
  const stray = { note: 'Zsofia Quetzalbird' };

  test('in what a client starts or tells', async () => {
    const world = freshWorld();
    const worker = closing(await someWorkers(world, aTaskQueue()));
    const call = (args: unknown[], more = {}) =>
      worker.temporal.workflow.start('appointment', {
        workflowId: workflowId.appointment('x'),
        taskQueue: 'none',
        args,
        ...more,
      });
    await expect(call([stray])).rejects.toThrow('allow-list');
    await expect(call([{}], { memo: stray })).rejects.toThrow('allow-list');
    await expect(call([{}], { staticSummary: 'Zsofia' })).rejects.toThrow('allow-list');
    const handle = worker.temporal.workflow.getHandle(workflowId.appointment('x'));
    await expect(handle.signal('lookAgain', stray)).rejects.toThrow('allow-list');
    await expect(handle.query('state', stray)).rejects.toThrow('allow-list');
    await expect(handle.terminate('because Zsofia asked')).rejects.toThrow('allow-list');
    await expect(handle.describe()).rejects.toThrow(/not found/i); // nothing went out
  });

  test('in what a workflow asks for', async () => {
    const world = freshWorld();
    const taskQueue = aTaskQueue();
    closing(await someWorkers(world, taskQueue));
    const careless = new Client({
      connection: await Connection.connect({ address: testAddress() }),
      dataConverter: dataConverterWith([{ id: 'test', secret: Buffer.alloc(32, 7) }]), // and without our interceptor
    });
    const practice = await aPractice(world);
    const id = await anAppointment(practice);
    await careless.workflow.start('appointment', {
      workflowId: workflowId.appointment(id),
      taskQueue,
      args: [{ practiceId: practice.id, id, ...stray }],
    });
    const wire = await until(async () => {
      const now = await onTheWire(id);
      return now.includes('Encoded failure') ? now : undefined; // the task has failed
    });
    expectNothingReadable(wire);
    expect(await isRunning(id)).toBe(true); // and is tried again, until the code is right
    await raw.workflow.getHandle(workflowId.appointment(id)).terminate();
    await careless.connection.close();
  });

  test('in what an activity answers: it is tried again, and goes on once the answer is right', async () => {
    const world = freshWorld();
    let careless = true;
    let answers = 0;
    const database: Database = {
      ...world.worker,
      async inPractice(entering, act, work, options) {
        const answer = await world.worker.inPractice(entering, act, work, options);
        if (act?.act !== 'appointment.plan' || !careless) return answer;
        answers += 1;
        return { ...answer, ...stray };
      },
    };
    closing(await anEngine(world, { deps: { database } }));
    const practice = await aPractice(world, { policy: oneText });
    const id = await dueIn(practice, 300);
    await until(async () => answers >= 2);
    expect(await messagesOf(practice, id)).toEqual([]);
    careless = false;
    expect(await settled(practice, id)).toMatchObject([{ state: 'sent' }]);
    expectNothingReadable(await onTheWire(id));
  });
});

test('a key is rotated while a workflow is open: it goes on, old and new beside each other', async () => {
  const world = freshWorld();
  const practice = await aPractice(world, { policy: oneText });
  const [old, fresh] = [aKey('old', 1), aKey('fresh', 2)];
  const before = await anEngine(world, { worker: { payloadKeys: [old] } });
  const id = await dueIn(practice, 2_500);
  await planned(practice, id, 'reminder_1h');
  await before.stop();
  closing(await anEngine(world, { taskQueue: before.taskQueue, worker: { payloadKeys: [fresh, old] } }));
  expect(await settled(practice, id)).toMatchObject([{ state: 'sent' }]);
  await planned(practice, id, 'ask_missing');
  expect(keysOf(await onTheWire(id))).toEqual(['old', 'fresh']);
});

test('codec key missing', async () => {
  const world = freshWorld();
  const practice = await aPractice(world, { policy: oneText });
  const [old, fresh] = [aKey('old', 1), aKey('fresh', 2)];
  const before = await anEngine(world, { worker: { payloadKeys: [old] } });
  const id = await dueIn(practice, 2_500);
  await planned(practice, id, 'reminder_1h');
  await before.stop();
  const without = await anEngine(world, { taskQueue: before.taskQueue, worker: { payloadKeys: [fresh] } });
  await until(async () => (await onTheWire(id)).includes('Encoded failure')); // its task fails, and is tried again
  expect(await messagesOf(practice, id)).toEqual([]);
  expect(await isRunning(id)).toBe(true);
  expectNothingReadable(await onTheWire(id));
  await without.stop();
  closing(await anEngine(world, { taskQueue: before.taskQueue, worker: { payloadKeys: [fresh, old] } }));
  expect(await settled(practice, id)).toMatchObject([{ state: 'sent' }]); // the key is back
});
