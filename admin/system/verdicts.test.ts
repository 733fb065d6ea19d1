import type { SystemView } from '../../api/system/system.contract';
import { knownPart, overallOf, verdictsOf } from './verdicts';

const calm: SystemView = {
  at: 0,
  state: 'up',
  mode: 'production',
  parts: [],
  outbox: { waiting: 0, parked: 0, oldestSeconds: 0 },
  overdueSteps: 0,
  unplacedFiles: 0,
};
const late = (more: Partial<SystemView>): SystemView => ({ ...calm, ...more });

test('a change that has just come in is no news, one that waits for long is', () => {
  expect(verdictsOf(late({ outbox: { waiting: 3, parked: 0, oldestSeconds: 2 } }))).toEqual([]);
  expect(verdictsOf(late({ outbox: { waiting: 1, parked: 0, oldestSeconds: 31 } }))).toEqual(['waiting']);
});

test('what needs a person comes first', () => {
  const all = late({ outbox: { waiting: 4, parked: 1, oldestSeconds: 600 }, overdueSteps: 2 });
  expect(verdictsOf(all)).toEqual(['parked', 'overdue', 'waiting']);
});

test('if every part answers and work is late, the whole is slow; a part that is down is worse than that', () => {
  expect(overallOf(calm)).toBe('up');
  expect(overallOf(late({ overdueSteps: 1 }))).toBe('slow');
  expect(overallOf(late({ state: 'degraded', overdueSteps: 1 }))).toBe('degraded');
});

test('a part that this page does not know is told as another one', () => {
  expect([knownPart('mail'), knownPart('video')]).toEqual(['mail', 'other']);
});
