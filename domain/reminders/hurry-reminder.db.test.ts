import { Client } from 'pg';
import type { StaffRole } from '../access/roles';
import { type TestPractice, aPractice, aWorld } from '../../tests/builders/practice';
import { type Life, aLife, claimed, oneText, sayCall } from '../../tests/builders/protocol';
import type { SendAnswer } from '../messages/message-port';
import { readAppointment } from '../schedule/appointment';
import { addHours, addMinutes, instantOf } from '../time/instant';
import { hurryReminder } from './hurry-reminder';

const world = aWorld();
let practice: TestPractice;
beforeEach(async () => {
  practice = await aPractice(world(), { policy: oneText });
});

const accepted: SendAnswer = { kind: 'accepted', vendorId: 'v-1' };

async function superuser(work: (sql: Client) => Promise<unknown>): Promise<void> {
  const sql = new Client({ connectionString: world().urls.admin });
  await sql.connect();
  await work(sql);
  await sql.end();
}

let day = 0;
/** An appointment five hours before its reminder is due, planned. */
async function early(more: Partial<Parameters<typeof aLife>[1]> = {}): Promise<Life> {
  const start = addHours(instantOf(Date.UTC(2027, 0, 4, 19)), 24 * (day += 1));
  const life = await aLife(practice, { start, ...more });
  life.now = addHours(life.due, -5);
  await life.plan();
  return life;
}

async function hurry(life: Life, who: StaffRole = 'supervisor'): Promise<void> {
  const { version } = await practice.as('front_desk', (tx) => readAppointment(tx, life.id));
  await practice.as(who, (tx) => hurryReminder(tx, { id: life.id, version }), life.now);
}

/** Whoever ordered it is not a member any more. */
async function supervisorLeaves(): Promise<void> {
  const id = await practice.member('supervisor');
  await practice.as('administrator', (tx) => tx.all`select kernel.end_membership(${id})`);
}

test('"send now" is due at once, once, in the name of the person who asked', async () => {
  const life = await early();
  await hurry(life);
  expect(await life.plan()).toMatchObject({ step: 'reminder_1h', due: life.now });
  const claim = await life.claim();
  expect(sayCall(claim)).toBe('sends #1');
  expect(claimed(claim).message.row.ordered_by).toBe(await practice.member('supervisor'));
  await life.answer(claim, accepted);
  expect(await life.seen()).toBe('sent #1; ask_missing');
  life.now = life.due;
  expect(sayCall(await life.claim())).toBe('no call');
});

test('whoever may no longer do so does not send: it becomes work, and the reminder waits for its time', async () => {
  const life = await early();
  await hurry(life);
  await supervisorLeaves();
  expect(sayCall(await life.claim())).toBe('no call');
  expect(await life.seen()).toBe('work order_lapsed; reminder_1h');
  expect(await life.plan()).toMatchObject({ due: life.due });
  life.now = life.due;
  const claim = await life.claim();
  expect(sayCall(claim)).toBe('sends #1');
  expect(claimed(claim).message.row.ordered_by).toBeNull();
});

test('a role that may not change the schedule any more has lost the right too', async () => {
  const life = await early();
  await hurry(life);
  const id = await practice.member('supervisor');
  await superuser((sql) => sql.query("update kernel.memberships set roles = '{auditor}' where id = $1", [id]));
  expect(sayCall(await life.claim())).toBe('no call');
  expect(await life.work()).toEqual(['order_lapsed']);
});

test('hurried and answered "not now": tried again when the vendor said, not at the planned time', async () => {
  const life = await early();
  await hurry(life);
  await life.answer(await life.claim(), { kind: 'not_sent', code: 'too_many', retryAfterMs: 90_000 });
  expect(await life.seen()).toBe('planned #2 too_many; reminder_1h in 90 s');
  life.pass(90_000);
  expect(sayCall(await life.claim())).toBe('sends #2');
});

test('and when the right was lost before that, the second try waits for the planned time', async () => {
  const life = await early();
  await hurry(life);
  await life.answer(await life.claim(), { kind: 'not_sent', code: 'too_many', retryAfterMs: 90_000 });
  await supervisorLeaves();
  life.pass(90_000);
  expect(sayCall(await life.claim())).toBe('no call');
  expect(await life.seen()).toBe('planned #2 too_many; work order_lapsed; reminder_1h');
  life.now = life.due;
  expect(sayCall(await life.claim())).toBe('sends #2');
});

test('a cancellation ends the order: restored, the reminder waits for its time', async () => {
  const life = await early();
  await hurry(life);
  await life.cancel();
  await life.plan();
  await life.restore();
  expect(await life.plan()).toMatchObject({ step: 'reminder_1h', due: life.due });
});

test('a move ends the order: it was about another time', async () => {
  const life = await early();
  await hurry(life);
  await life.move();
  const next = await life.plan();
  expect(next).toMatchObject({ step: 'reminder_1h', occurrence: 2 });
  expect(next.kind === 'step' && next.due! > life.due).toBe(true);
});

test.each([
  ['what is no message', async (life: Life) => ((life.now = addMinutes(life.start, 1)), life.plan())],
  ['a cancelled appointment', (life: Life) => life.cancel()],
])('%s cannot be hurried', async (_, first) => {
  const life = await early();
  await first(life);
  await expect(hurry(life)).rejects.toMatchObject({ code: 'wrong_state' });
});

test('who may not change the schedule cannot hurry', async () => {
  const life = await early();
  await expect(hurry(life, 'biller')).rejects.toMatchObject({ code: 'not_found' });
});
