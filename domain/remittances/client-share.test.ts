import { centsOf } from '../money/cents';
import { shareChange } from './client-share';

const word = (sequence: number, cents: number, chargeId: string | null = 'a') => ({
  sequence,
  cents: centsOf(cents),
  chargeId,
});
const change = (said: ReturnType<typeof word>[], stands: Record<string, number>) =>
  Object.fromEntries(shareChange(said, new Map(Object.entries(stands).map(([key, value]) => [key, centsOf(value)]))));

test('what the only payer says stands', () => {
  expect(change([word(1, 2500)], { a: 2500 })).toEqual({});
});

test('the second payer decides, whoever came first', () => {
  const both = [word(1, 5244), word(2, 1000)];
  expect(change(both, { a: 6244 })).toEqual({ a: -5244 });
  expect(change(both.toReversed(), { a: 6244 })).toEqual({ a: -5244 });
});

test('a second payer who leaves nothing to the client takes all off', () => {
  expect(change([word(1, 5244), word(2, 0, null)], { a: 5244 })).toEqual({ a: -5244 });
});

test('a reversal takes back what it took back, and the correction stands', () => {
  expect(change([word(1, 2500), word(1, -2500), word(1, 3000)], { a: 3000 })).toEqual({});
});

test('when the second payer’s word is undone, the first one’s holds again', () => {
  expect(change([word(1, 5244)], { a: 0 })).toEqual({ a: 5244 });
});
