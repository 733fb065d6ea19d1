import { type TestPractice, aPractice, aWorld, times } from '../../tests/builders/practice';
import { type Life, aLife, oneText, sayCall } from '../../tests/builders/protocol';
import type { Repeat, SendAnswer } from '../messages/message-port';
import { addHours, instantOf } from '../time/instant';
import type { Claim } from './means';

const world = aWorld();
let practice: TestPractice;
beforeAll(async () => {
  practice = await aPractice(world(), { policy: oneText });
});

const accepted: SendAnswer = { kind: 'accepted', vendorId: 'v-1' };
const refused: SendAnswer = { kind: 'refused', code: 'bad_number' };
const notSent: SendAnswer = { kind: 'not_sent', code: 'econnrefused' };
const ambiguous: SendAnswer = { kind: 'ambiguous', code: 'timeout' };

let day = 0;
const aNewLife = (repeat: Repeat = 'keyed') =>
  aLife(practice, { repeat, start: addHours(instantOf(Date.UTC(2027, 0, 4, 19)), 24 * (day += 1)) });

/** An activity that outlived its time-out, and its next attempt, which has the same key: both are calling. */
async function twoCalling(): Promise<{ life: Life; first: Claim; second: Claim }> {
  const life = await aNewLife();
  const first = await life.claim();
  life.pass(20_000);
  const second = await life.claimNext();
  expect([first, second].map(sayCall)).toEqual(['sends #1', 'sends #1']);
  life.pass(1_000);
  return { life, first, second };
}

const answers = { accepted, refused, 'not sent': notSent, ambiguous };
type Name = keyof typeof answers;

/** By the answers of the first and of the second; in both orders the same. */
const both: readonly (readonly [Name, Name, string])[] = [
  ['accepted', 'accepted', 'sent #1; ask_missing'],
  ['accepted', 'ambiguous', 'sent #1; ask_missing'],
  ['ambiguous', 'accepted', 'sent #1; ask_missing'],
  ['not sent', 'accepted', 'sent #1; ask_missing'],
  ['refused', 'accepted', 'sent #1; ask_missing'],
  ['ambiguous', 'refused', 'refused #1 bad_number; work message_refused; ask_missing'],
];

describe.each(both)('an outlived activity hears "%s", its next attempt "%s"', (one, other, seen) => {
  test.each(['first', 'last'] as const)('the old answer is recorded %s', async (when) => {
    const { life, first, second } = await twoCalling();
    const old = () => life.answer(first, answers[one]);
    if (when === 'first') await old();
    await life.answer(second, answers[other]);
    if (when === 'last') await old();
    expect(await life.seen()).toBe(seen);
  });
});

test('"not sent" of an outlived activity does not release what the next attempt is sending', async () => {
  const { life, first } = await twoCalling();
  await life.answer(first, notSent);
  expect(await life.seen()).toBe('claimed #1; settle in 19 s');
});

test('"accepted" that comes after the message was released stops the next send', async () => {
  const life = await aNewLife();
  const first = await life.claim();
  await life.answer(first, notSent);
  await life.answer(first, accepted);
  life.pass(5_000);
  expect(sayCall(await life.claim())).toBe('no call');
  expect(await life.seen()).toBe('sent #2; ask_missing');
});

test('an answer recorded twice, because a COMMIT went unheard, counts once', async () => {
  const life = await aNewLife();
  const claim = await life.claim();
  await life.answer(claim, notSent);
  await life.answer(claim, notSent);
  expect(await life.seen()).toBe('planned #2 econnrefused; reminder_1h in 1 s');
});

test.each(['keyed', 'lookup', 'never'] as const)(
  'of eight attempts at one step at once, one sends (%s)',
  async (repeat) => {
    const life = await aNewLife(repeat);
    const claims = await Promise.all(times(8, () => life.claim()));
    expect(claims.map(sayCall).filter((call) => call !== 'no call')).toEqual(['sends #1']);
    expect(await life.message()).toMatchObject({ state: 'claimed', attempts: 1 });
  },
);

test.each(['keyed', 'lookup', 'never'] as const)('and of eight at a message that was released (%s)', async (repeat) => {
  const life = await aNewLife(repeat);
  await life.answer(await life.claim(), notSent);
  life.pass(1_000);
  const claims = await Promise.all(times(8, () => life.claim()));
  expect(claims.map(sayCall).filter((call) => call !== 'no call')).toEqual(['sends #2']);
  expect(await life.message()).toMatchObject({ state: 'claimed', attempts: 2, sendNo: 2 });
});

test('of a claim and a cancellation at once, one comes first: sent and told, or neither', async () => {
  const lives = await Promise.all(times(20, () => aNewLife()));
  const calls = await Promise.all(
    lives.map(async (life) => {
      const [claim] = await Promise.all([life.claim(), life.cancel()]);
      if (claim.kind !== 'planned') await life.answer(claim, accepted);
      return { call: sayCall(claim), seen: await life.seen() };
    }),
  );
  for (const { call, seen } of calls)
    expect([call, seen]).toEqual(call === 'sends #1' ? [call, 'sent #1; notice in 0 s'] : ['no call', 'nothing more']);
});

test('callbacks and a claim of the same message at once end without a deadlock', async () => {
  const lives = await Promise.all(times(10, () => aNewLife('lookup')));
  const seen = await Promise.all(
    lives.map(async (life) => {
      await life.answer(await life.claim(), ambiguous);
      life.pass(20_000);
      await Promise.all([life.claimNext(), life.report(), life.report('delivered'), life.plan()]);
      return life.seen();
    }),
  );
  expect(new Set(seen)).toEqual(new Set(['sent #1 callback; ask_missing']));
});
