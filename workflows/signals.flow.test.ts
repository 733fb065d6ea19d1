import {
  cancel,
  change,
  confirm,
  dueIn,
  messagesOf,
  moveTo,
  planned,
  restore,
  settled,
  stepOf,
} from '../tests/builders/flow';
import { closeAfterEach } from '../tests/builders/closing';
import { aGate, gatedAfter } from '../tests/builders/gate';
import { aPractice, aWorld, anAppointment, times } from '../tests/builders/practice';
import { oneText } from '../tests/builders/protocol';
import {
  type TestEngine,
  aTaskQueue,
  anEngine,
  countEvents,
  historyOf,
  someWorkers,
  until,
} from '../tests/builders/temporal';
import type { RunningWorker } from '../worker/worker';
import { lookAgain } from './contracts/messages';
import { workflowId } from './contracts/ids';

const closing = closeAfterEach();
const world = aWorld();
/** With relays of its own: two relays on one database tell each other's workflows. */
const another = aWorld();
let engine: TestEngine;
beforeAll(async () => {
  engine = await anEngine(world());
});
afterAll(() => engine.stop());

const signalsOf = async ({ temporal }: RunningWorker, id: string): Promise<number> =>
  countEvents(await historyOf(temporal, id))['WORKFLOW_EXECUTION_SIGNALED'] ?? 0;

test('a signal that arrives while the last step is read is not lost', async () => {
  const gate = aGate();
  const taskQueue = aTaskQueue();
  const worker = closing(
    await someWorkers(another(), taskQueue, {
      deps: { database: gatedAfter(another().worker, 'appointment.plan', gate) },
    }),
  );
  closing(gate);
  const practice = await aPractice(another(), { policy: oneText });
  const id = await dueIn(practice, 1_500);
  await cancel(practice, id);
  gate.shut();
  const tell = () =>
    worker.temporal.workflow.signalWithStart('appointment', {
      workflowId: workflowId.appointment(id),
      taskQueue,
      args: [{ practiceId: practice.id, id }],
      signal: lookAgain,
      workflowIdConflictPolicy: 'USE_EXISTING',
      // short, so that the task is handed back while the plan is being read, and the signal comes in between
      workflowTaskTimeout: '1s',
    });
  const { signaledRunId } = await tell();
  await gate.reached(); // it has read "cancelled, nothing more", and has not yet answered
  await restore(practice, id);
  await tell();
  await until(async () => (await signalsOf(worker, id)) === 2);
  gate.open();
  expect(await settled(practice, id)).toMatchObject([{ kind: 'reminder_1h', state: 'sent' }]);
  const handle = worker.temporal.workflow.getHandle(workflowId.appointment(id));
  expect((await handle.describe()).runId).toBe(signaledRunId); // the same run: it did not end and begin again
});

test('a change that arrives while a step is carried out is planned after it', async () => {
  const practice = await aPractice(another(), { policy: oneText });
  const gate = aGate();
  const taskQueue = aTaskQueue();
  const slow = closing(
    await anEngine(another(), {
      taskQueue,
      deps: { database: gatedAfter(another().worker, 'appointment.record', gate) },
    }),
  );
  closing(gate).shut();
  const id = await dueIn(practice, 200);
  await gate.reached(); // sent, recorded, and the step after it read: the question about someone missing
  await cancel(practice, id);
  await until(async () => (await signalsOf(slow.worker, id)) === 2); // the booking's and the cancellation's
  gate.open();
  expect((await settled(practice, id, 2)).map((one) => one.kind)).toEqual(['reminder_1h', 'notice']);
});

test('duplicate or out-of-order signal', async () => {
  const practice = await aPractice(world(), { policy: oneText });
  const id = await dueIn(practice, 2_000);
  await planned(practice, id, 'reminder_1h');
  const handle = engine.worker.temporal.workflow.getHandle(workflowId.appointment(id));
  await Promise.all(times(20, () => handle.signal(lookAgain))); // nothing changed: whatever order they come in, the row decides
  await settled(practice, id);
  await handle.signal(lookAgain);
  await confirm(practice, id);
  await planned(practice, id, 'ask_missing');
  const [message] = await messagesOf(practice, id);
  expect(engine.vendor.got.filter((one) => one.key.startsWith(message!.id))).toHaveLength(1);
});

test('a burst of 200 changes to one appointment: the last one is planned, in far fewer looks', async () => {
  const practice = await aPractice(world(), { policy: oneText });
  const id = await anAppointment(practice);
  await planned(practice, id, 'reminder_1h');
  await Promise.all(times(200, () => change(practice, id)));
  await until(async () => (await stepOf(practice, id))?.planned_version === 201);
  expect(await stepOf(practice, id)).toMatchObject({ step: 'reminder_1h', wanted_version: 201 });
  expect(await signalsOf(engine.worker, id)).toBeLessThan(100); // once per batch of the relay
  await moveTo(practice, id, 300);
  expect(await settled(practice, id)).toMatchObject([{ state: 'sent' }]);
});
