import { type TestPractice, aPractice, aWorld } from '../../tests/builders/practice';
import { type Life, aLife, oneText, sayCall } from '../../tests/builders/protocol';
import type { LookupAnswer } from '../messages/message-port';
import { addHours, instantOf } from '../time/instant';

const world = aWorld();
let practice: TestPractice;
beforeAll(async () => {
  practice = await aPractice(world(), { policy: oneText });
});

const minute = 60_000;
let day = 0;
/** A message that may be out, from a vendor who can be asked, so long after it was handed over. */
async function asked(afterMs: number): Promise<{ life: Life; ask: Awaited<ReturnType<Life['claim']>> }> {
  const start = addHours(instantOf(Date.UTC(2027, 0, 4, 19)), 24 * (day += 1));
  const life = await aLife(practice, { repeat: 'lookup', start });
  await life.answer(await life.claim(), { kind: 'ambiguous', code: 'timeout' });
  life.pass(afterMs);
  const ask = await life.claimNext();
  expect(sayCall(ask)).toBe('asks #1');
  return { life, ask };
}

const found: LookupAnswer = { kind: 'found', vendorId: 'v-found' };
const notFound: LookupAnswer = { kind: 'not_found' };
const noAnswer: LookupAnswer = { kind: 'no_answer', code: 'http_503' };

test.each([
  ['found, soon', found, minute, 'sent #1 looked_up; ask_missing'],
  ['found, after the wait', found, 10 * minute, 'sent #1 looked_up; ask_missing'],
  ['not found, soon: proves nothing', notFound, minute, 'claimed #1 timeout; settle in 60 s'],
  ['not found, after the wait: sent anew', notFound, 10 * minute, 'planned #2 looked_up_not_there; reminder_1h in 0 s'],
  ['no answer, soon', noAnswer, minute, 'claimed #1 timeout; settle in 60 s'],
  ['no answer, after the wait', noAnswer, 10 * minute, 'unknown #1 lookup_down; work message_unknown; ask_missing'],
])('looked up: %s', async (_, answer, after, seen) => {
  const { life, ask } = await asked(after);
  await life.answer(ask, answer);
  expect(await life.seen()).toBe(seen);
});

test('not found after the wait, and the appointment has moved: not sent, and not sent again', async () => {
  const { life, ask } = await asked(10 * minute);
  await life.move();
  await life.answer(ask, notFound);
  expect(await life.seen()).toBe('skipped #1 superseded; reminder_1h of 2');
});

test('not found after the wait, and the appointment is cancelled: not sent, so nobody hears of the cancellation', async () => {
  const { life, ask } = await asked(10 * minute);
  await life.cancel();
  await life.answer(ask, notFound);
  expect(await life.seen()).toBe('skipped #1 superseded; nothing more');
});

test('found, and the appointment is cancelled: the client was told, so the notice follows', async () => {
  const { life, ask } = await asked(minute);
  await life.cancel();
  await life.answer(ask, found);
  expect(await life.seen()).toBe('sent #1 looked_up; notice in 0 s');
});

test('a question asked before the wait was over proves nothing, however late its answer is recorded', async () => {
  const { life, ask } = await asked(10 * minute - 1_000);
  life.pass(5_000);
  await life.answer(ask, notFound);
  expect(await life.seen()).toBe('claimed #1 timeout; settle in 60 s');
});

test('the wait counts from the first handing over of this number, and begins anew with the next', async () => {
  const { life, ask } = await asked(10 * minute);
  await life.answer(ask, notFound);
  await life.answer(await life.claim(), { kind: 'ambiguous', code: 'timeout' });
  life.pass(minute);
  const second = await life.claimNext();
  expect(sayCall(second)).toBe('asks #2');
  await life.answer(second, notFound);
  expect(await life.seen()).toBe('claimed #2 timeout; settle in 60 s');
});

test('a callback while the vendor is being asked: the answer "not found" changes nothing any more', async () => {
  const { life, ask } = await asked(10 * minute);
  await life.report();
  await life.answer(ask, notFound);
  expect(await life.seen()).toBe('sent #1 callback; ask_missing');
});

test('"found" is true also of a message that was given up', async () => {
  const { life, ask } = await asked(10 * minute);
  await life.answer(ask, noAnswer);
  await life.answer(ask, found);
  expect(await life.seen()).toBe('sent #1 looked_up; ask_missing');
});
