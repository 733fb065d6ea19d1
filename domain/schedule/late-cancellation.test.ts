import type { Instant } from '../time/instant';
import { addHours } from '../time/instant';
import { cancellationOutcome, freeUntil } from './late-cancellation';

const start = Date.UTC(2026, 11, 3, 19) as Instant;
const policy = { changeFreeHours: 24 };

test('exactly the hours of notice are in time, a minute less is late', () => {
  expect(cancellationOutcome(start, addHours(start, -24), policy)).toEqual({ kind: 'in_time', noticeHours: 24 });
  expect(cancellationOutcome(start, addHours(start, -23.98), policy).kind).toBe('late');
  expect(freeUntil(start, policy)).toBe(addHours(start, -24));
});

test('after the start the notice is negative, and late', () => {
  expect(cancellationOutcome(start, addHours(start, 1), policy)).toEqual({ kind: 'late', noticeHours: -1 });
});
