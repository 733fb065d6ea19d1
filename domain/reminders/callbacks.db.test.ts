import { type TestPractice, aPractice, aWorld } from '../../tests/builders/practice';
import { aLife, oneText, sayCall } from '../../tests/builders/protocol';
import type { Repeat } from '../messages/message-port';
import { addHours, instantOf } from '../time/instant';

const world = aWorld();
let practice: TestPractice;
beforeAll(async () => {
  practice = await aPractice(world(), { policy: oneText });
});

let day = 0;
const aNewLife = (repeat: Repeat = 'lookup') =>
  aLife(practice, { repeat, start: addHours(instantOf(Date.UTC(2027, 0, 4, 19)), 24 * (day += 1)) });

const told = () =>
  practice.as('administrator', async () => {
    const { rows } = await practice.worker.kernel.raw<{ rows: { n: number }[] }>(
      'select waiting::int as n from kernel.outbox_state()',
    );
    return rows[0]?.n ?? 0;
  });

test('callbacks twice, late and in the wrong order: each fact is recorded once', async () => {
  const life = await aNewLife();
  await life.answer(await life.claim(), { kind: 'ambiguous', code: 'timeout' });
  for (const state of ['delivered', 'accepted', 'delivered', 'accepted'] as const) await life.report(state);
  const events = await practice.as(
    'front_desk',
    (tx) =>
      tx.all<{
        code: string;
      }>`select code from timeline where practice_id = ${practice.id} and ref_id = ${life.id} and code like 'message.%' order by code`,
  );
  expect(events.map((event) => event.code)).toEqual(['message.delivered', 'message.sent']);
  expect(await life.seen()).toBe('sent #1 callback; ask_missing');
});

test('"failed" after "accepted" stays sent, says why it did not arrive, and asks someone once', async () => {
  const life = await aNewLife();
  await life.answer(await life.claim(), { kind: 'accepted', vendorId: 'v-1' });
  await life.report('failed', 'number_unreachable');
  await life.report('failed', 'number_unreachable');
  expect(await life.seen()).toBe('sent #1 number_unreachable; work message_refused; ask_missing');
  expect((await life.message())?.row.failed_at).toBeInstanceOf(Date);
});

test('"delivered" of what is known to be sent wakes no workflow: nothing changes in the plan', async () => {
  const life = await aNewLife();
  await life.answer(await life.claim(), { kind: 'accepted', vendorId: 'v-1' });
  const before = await practice.as(
    'front_desk',
    (tx) =>
      tx.one<{
        at: Date;
      }>`select wanted_at as at from next_steps where practice_id = ${practice.id} and id = ${life.id}`,
  );
  const waiting = await told();
  await life.report('delivered');
  expect(await told()).toBe(waiting + 1); // the message itself is announced to open screens, the appointment is not told
  const after = await practice.as(
    'front_desk',
    (tx) =>
      tx.one<{
        at: Date;
      }>`select wanted_at as at from next_steps where practice_id = ${practice.id} and id = ${life.id}`,
  );
  expect(after).toEqual(before);
});

test('a callback about an earlier sending stops the next one', async () => {
  const life = await aNewLife('keyed');
  await life.answer(await life.claim(), { kind: 'not_sent', code: 'busy' });
  await life.report();
  life.pass(5_000);
  expect(sayCall(await life.claim())).toBe('no call');
});

test('one work item stands for two messages of which nobody knows: it is closed when both are known', async () => {
  const both = await aPractice(world(), {
    policy: { ...oneText, reminders: [...oneText.reminders, { code: 'mail_1h', channel: 'email', hoursBefore: 1 }] },
  });
  const life = await aLife(both, { repeat: 'never', start: addHours(instantOf(Date.UTC(2027, 0, 4, 19)), 24) });
  for (const kind of ['mail_1h', 'reminder_1h']) {
    await life.answer(await life.claim(kind), { kind: 'ambiguous', code: 'timeout' });
    life.pass(20_000);
    await life.claimNext();
  }
  expect(await life.work()).toEqual(['message_unknown']);
  await life.report();
  expect(await life.work()).toEqual(['message_unknown']);
  const second = await life.message('reminder_1h');
  await life.report('accepted', undefined, second?.id);
  expect(await life.work()).toEqual([]);
});

test('a callback about a message that is not there changes nothing', async () => {
  const life = await aNewLife();
  await life.report();
  expect(await life.seen()).toBe('reminder_1h in 0 s');
});
