import { nothingMore, stepAt } from '../next-step/next-step';
import { instantOf } from '../time/instant';
import { type ClaimBatchFacts, claimBatchStep } from './claim-batch-steps';
import { claimBatchLife } from './claim-batch-state';
import { handOverTiming, waitAfter } from './hand-over-timing';

const at = (seconds: number) => instantOf(1_800_000_000_000 + seconds * 1000);
const now = at(0);
const step = (facts: Partial<ClaimBatchFacts>) =>
  claimBatchStep({ state: 'open', leaseUntil: null, nextAt: null, mayLeave: true, now, ...facts });

test('an open batch is written and a written one handed over at once, or when its wait is over', () => {
  expect(step({ state: 'open' })).toEqual(stepAt('write', 1, now));
  expect(step({ state: 'written' })).toEqual(stepAt('hand_over', 1, now));
  expect(step({ state: 'open', nextAt: at(60) })).toEqual(stepAt('write', 1, at(60)));
  expect(step({ state: 'written', nextAt: at(60) })).toEqual(stepAt('hand_over', 1, at(60)));
});

test('what somebody ordered who may send claims no longer waits for a person, but is asked for where it may have gone', () => {
  for (const state of ['open', 'written'] as const)
    expect(step({ state, mayLeave: false })).toEqual(stepAt('await_order', 1, null));
  expect(step({ state: 'unknown', mayLeave: false })).toEqual(stepAt('settle', 1, now));
});

test('while somebody hands it over nothing happens; after the lease it is asked for, never sent', () => {
  expect(step({ state: 'sending', leaseUntil: at(20) })).toEqual(stepAt('settle', 1, at(20)));
  expect(step({ state: 'sending', leaseUntil: at(-20) })).toEqual(stepAt('settle', 1, now));
  expect(step({ state: 'unknown', nextAt: at(60) })).toEqual(stepAt('settle', 1, at(60)));
});

test('sent, it waits for its acknowledgement; what is settled needs nothing more', () => {
  expect(step({ state: 'sent' })).toEqual(stepAt('await_acknowledgement', 1, null));
  for (const state of ['accepted', 'refused', 'returned', 'void'] as const)
    expect(step({ state })).toEqual(nothingMore);
  expect(claimBatchLife.states).toHaveLength(9);
});

test('waits double up to a quarter of an hour, and stay there', () => {
  const seconds = [1, 2, 3, 4, 5, 6, 7, 8, 1000].map((tries) => waitAfter(tries, handOverTiming) / 1000);
  expect(seconds).toEqual([15, 30, 60, 120, 240, 480, 900, 900, 900]);
});

test('a call ends before its lease, and call and recording before the activity', () => {
  const { callMs, leaseMs, recordMs } = handOverTiming;
  expect(callMs).toBeLessThan(leaseMs);
  expect(callMs + recordMs).toBeLessThan(180_000);
  expect(leaseMs).toBeLessThan(180_000);
});
