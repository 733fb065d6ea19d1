import {
  arrive,
  cancel,
  confirm,
  dueIn,
  lengthen,
  messagesOf,
  moveTo,
  planned,
  restore,
  settled,
  workOf,
} from '../tests/builders/flow';
import { type TestPractice, aPractice, aWorld, anAppointment } from '../tests/builders/practice';
import { oneText } from '../tests/builders/protocol';
import { type TestEngine, anEngine, aRawClient, countEvents, historyOf, until } from '../tests/builders/temporal';
import { hurryReminder } from '../domain/reminders/hurry-reminder';
import { readAppointment } from '../domain/schedule/appointment';
import { instantOf } from '../domain/time/instant';
import { workflowId } from './contracts/ids';

const world = aWorld();
let engine: TestEngine;
let practice: TestPractice;
beforeAll(async () => {
  engine = await anEngine(world());
  practice = await aPractice(world(), { policy: oneText });
});
afterAll(() => engine.stop());

const sentFor = async (id: string) => {
  const ids = (await messagesOf(practice, id)).map((message) => message.id);
  return engine.vendor.got.filter((one) => ids.some((id) => one.key.startsWith(id)));
};
const runOf = (id: string) => engine.worker.temporal.workflow.getHandle(workflowId.appointment(id)).describe();
const sendNow = (id: string) =>
  practice.as('front_desk', async (tx) => hurryReminder(tx, { id, version: (await readAppointment(tx, id)).version }));
const ended = (id: string) => until(async () => (await runOf(id)).status.name === 'COMPLETED');

test('its reminder is sent once, with the link, and its next step is told', async () => {
  const id = await dueIn(practice, 300);
  const [message] = await settled(practice, id);
  expect(message).toMatchObject({ state: 'sent', kind: 'reminder_1h', channel: 'sms', send_no: 1 });
  const sent = await sentFor(id);
  expect(sent).toHaveLength(1);
  expect(sent[0]!.body).toContain(`https://portal.example.org/a/${message!.id}`);
  expect(sent[0]!.body).toContain('Cedar Practice');
  await planned(practice, id, 'ask_missing');
});

test('confirming, editing or checking in after a sent reminder sends nothing again', async () => {
  const id = await dueIn(practice, 200);
  await settled(practice, id);
  await confirm(practice, id);
  await planned(practice, id, 'ask_missing');
  await lengthen(practice, id);
  await planned(practice, id, 'ask_missing');
  expect(await practice.as('front_desk', (tx) => readAppointment(tx, id))).toMatchObject({
    state: 'confirmed',
    occurrence: 1,
  });
  await arrive(practice, id);
  await planned(practice, id, 'await_begin');
  expect(await messagesOf(practice, id)).toHaveLength(1);
  expect(await sentFor(id)).toHaveLength(1);
});

test('cancelled before the reminder: nothing is sent, and the workflow ends', async () => {
  const id = await dueIn(practice, 60_000);
  await planned(practice, id, 'reminder_1h');
  await cancel(practice, id);
  await planned(practice, id, undefined);
  await ended(id);
  expect(await messagesOf(practice, id)).toHaveLength(0);
});

test('a life: told, cancelled and told so, restored and told anew, by a workflow that ends and begins again', async () => {
  practice = await aPractice(world(), { policy: oneText }); // a restored appointment needs its time free
  const id = await dueIn(practice, 200);
  await settled(practice, id);
  await cancel(practice, id);
  expect((await settled(practice, id, 2)).map((one) => [one.kind, one.occurrence, one.state])).toEqual([
    ['reminder_1h', 1, 'sent'],
    ['notice', 1, 'sent'],
  ]);
  await ended(id);
  const first = (await runOf(id)).runId;
  await restore(practice, id);
  expect((await settled(practice, id, 3)).at(-1)).toMatchObject({ kind: 'reminder_1h', occurrence: 2, state: 'sent' });
  expect((await runOf(id)).runId).not.toBe(first);
  expect(await sentFor(id)).toHaveLength(3);
});

test('moved: the old time sends nothing, the new one once', async () => {
  const id = await dueIn(practice, 2_000);
  await planned(practice, id, 'reminder_1h');
  await moveTo(practice, id, 2_500);
  const step = await planned(practice, id, 'reminder_1h');
  const [message, ...more] = await settled(practice, id);
  expect(more).toEqual([]);
  expect(message).toMatchObject({ occurrence: 2, state: 'sent' });
  expect(message!.claimed_at!.getTime()).toBeGreaterThanOrEqual(step.due_at!.getTime());
  expect(await sentFor(id)).toHaveLength(1);
});

test('"send now" is sent now, and not again at its time', async () => {
  const id = await dueIn(practice, 2_000);
  await planned(practice, id, 'reminder_1h');
  await sendNow(id);
  const [message] = await settled(practice, id);
  expect(message).toMatchObject({ state: 'sent', ordered_by: await practice.member('front_desk') });
  const due = (await practice.as('front_desk', (tx) => readAppointment(tx, id))).startsAt - 3_600_000;
  expect(message!.claimed_at!.getTime()).toBeLessThan(due);
  await until(async () => Date.now() > due + 150);
  expect(await sentFor(id)).toHaveLength(1);
});

test('someone is asked about a client who did not come, once, and the workflow waits for people', async () => {
  const id = await anAppointment(practice, { at: instantOf(Date.now() - 15 * 60_000 + 200), doubleBook: true });
  await planned(practice, id, 'decide_missing');
  expect(await workOf(practice, id)).toEqual(['client_missing']);
  await arrive(practice, id);
  await planned(practice, id, 'await_begin');
  expect(await workOf(practice, id)).toEqual([]);
});

test('a reminder costs one timer and one activity, planning is one local marker', async () => {
  const client = await aRawClient();
  const counts = async () => countEvents(await historyOf(client, id));
  const timers = (count: number) => until(async () => (await counts())['TIMER_STARTED'] === count);
  const id = await dueIn(practice, 600_000);
  await planned(practice, id, 'reminder_1h');
  await timers(1);
  await sendNow(id);
  await timers(2);
  await cancel(practice, id);
  await settled(practice, id, 2);
  await ended(id);
  expect(await counts()).toMatchObject({
    TIMER_STARTED: 2, // the reminder, and the question that was not asked
    ACTIVITY_TASK_SCHEDULED: 2, // the reminder and the notice
    MARKER_RECORDED: 3, // planned at the start, when it was hurried, and at the cancellation
    WORKFLOW_EXECUTION_COMPLETED: 1,
  });
  await client.connection.close();
});
