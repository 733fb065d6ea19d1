import { type TestPractice, aPractice, aWorld, times } from '../../tests/builders/practice';
import { type Life, aLife, oneText } from '../../tests/builders/protocol';
import type { SendAnswer } from '../messages/message-port';
import { addHours, instantOf } from '../time/instant';

const world = aWorld();
const start = addHours(instantOf(Math.floor(Date.now() / 3_600_000) * 3_600_000), 240);
const notKnown: SendAnswer = { kind: 'not_sent', code: 'credentials_refused', retryAfterMs: 60_000 };

const itemsOf = (practice: TestPractice) =>
  practice.as('administrator', async (tx) => {
    const rows = await tx.rows('work_items').where({ practice_id: practice.id, cause: 'vendor_refuses_us' });
    return rows.map(({ state, queue, entity, ref_id, client_id, params }) => ({
      state,
      queue,
      entity,
      ref_id,
      client_id,
      params,
    }));
  });

test('while a vendor does not know us no message is lost, and one item for the whole practice asks to mend the settings', async () => {
  const practice = await aPractice(world(), { policy: oneText });
  const lives: Life[] = [];
  for (const hours of times(3, (n) => n * 2)) lives.push(await aLife(practice, { start: addHours(start, hours) }));
  for (const life of lives) await life.answer(await life.claim(), notKnown);
  for (const life of lives) {
    expect(await life.seen()).toBe('planned #2 credentials_refused; reminder_1h in 60 s');
    expect(await life.work()).toEqual([]);
  }
  expect(await itemsOf(practice)).toEqual([
    {
      state: 'open',
      queue: 'practice',
      entity: 'practice',
      ref_id: practice.id,
      client_id: null,
      params: { vendor: 'sandbox', channel: 'sms' },
    },
  ]);
});

test('when the vendor takes a message again, the item is done by itself and the messages that waited go out', async () => {
  const practice = await aPractice(world(), { policy: oneText });
  const life = await aLife(practice, { start });
  await life.answer(await life.claim(), notKnown);
  life.pass(60_000);
  await life.answer(await life.claim(), { kind: 'accepted', vendorId: 'v-1' });
  expect(await life.message()).toMatchObject({ state: 'sent', sendNo: 2 });
  expect(await itemsOf(practice)).toEqual([expect.objectContaining({ state: 'done' })]);
});

test('another vendor that takes its messages says nothing about this one', async () => {
  const practice = await aPractice(world(), { policy: oneText });
  const [refusing, taking] = [await aLife(practice, { start }), await aLife(practice, { start: addHours(start, 2) })];
  await refusing.answer(await refusing.claim(), notKnown);
  await practice.as(
    { practiceId: practice.id, service: 'core' },
    (tx) =>
      tx.all`update work_items set params = '{"vendor":"other","channel":"email"}' where practice_id = ${tx.practiceId} and cause = 'vendor_refuses_us'`,
  );
  await taking.answer(await taking.claim(), { kind: 'accepted', vendorId: 'v-2' });
  expect(await itemsOf(practice)).toEqual([expect.objectContaining({ state: 'open' })]);
});

test('in time that runs out the message is settled as any other, not tried for ever', async () => {
  const practice = await aPractice(world(), { policy: oneText });
  const life = await aLife(practice, { start });
  await life.answer(await life.claim(), notKnown);
  life.now = addHours(life.usefulUntil, 1);
  await life.claimNext();
  expect((await life.message())?.state).not.toBe('sent');
  expect(await life.seen()).not.toContain('reminder_1h in');
});
