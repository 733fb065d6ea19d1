import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { behind, boardOf, columnOf, isMissing } from './board';

const minute = 60_000;
const one = (more: Partial<AppointmentView>): AppointmentView =>
  ({
    id: 'a',
    state: 'scheduled',
    startsAt: 0,
    endsAt: 50 * minute,
    visit: null,
    next: null,
    ...more,
  }) as AppointmentView;
const visit = (state: NonNullable<AppointmentView['visit']>['state']) =>
  ({ id: 'v', version: 1, state, arrivedAt: 0, seenAt: null, beganAt: null, endedAt: null, note: null }) as const;

test('everyone of a day stands where the visit has come to', () => {
  expect(columnOf(one({ state: 'confirmed' }))).toBe('expected');
  expect(columnOf(one({ state: 'arrived' }))).toBe('arrived');
  expect(columnOf(one({ state: 'in_session' }))).toBe('in_session');
  expect(columnOf(one({ state: 'completed', visit: visit('checkout') }))).toBe('checkout');
  expect(columnOf(one({ state: 'completed', visit: visit('done') }))).toBe('done');
  expect(columnOf(one({ state: 'no_show' }))).toBe('done');
  expect(columnOf(one({ state: 'declined' }))).toBeUndefined();
});

test('the next one stands on top, and of what is done the latest', () => {
  const board = boardOf([
    one({ id: 'later', startsAt: 2 }),
    one({ id: 'sooner', startsAt: 1 }),
    one({ id: 'first', startsAt: 1, state: 'completed' }),
    one({ id: 'last', startsAt: 2, state: 'no_show' }),
  ]);
  expect(board.expected.map(({ id }) => id)).toEqual(['sooner', 'later']);
  expect(board.done.map(({ id }) => id)).toEqual(['last', 'first']);
});

test('someone is missing once the grace time has passed or the plan waits for a decision, never once here', () => {
  expect(isMissing(one({}), 14 * minute, 15)).toBe(false);
  expect(isMissing(one({}), 15 * minute, 15)).toBe(true);
  expect(isMissing(one({ next: { step: 'decide_missing', due: null, channel: null, paused: false } }), 1, 15)).toBe(
    true,
  );
  expect(isMissing(one({ state: 'arrived' }), 60 * minute, 15)).toBe(false);
});

test('a clinician runs behind by the longest that anyone of hers waits, from five minutes on', () => {
  const hers = { clinicianId: 'reyes', clinicianName: 'Dr. Reyes' };
  const session = one({ state: 'in_session', ...hers });
  expect(behind([session], 54 * minute)).toEqual([]);
  expect(behind([session, one({ state: 'arrived', startsAt: 45 * minute, ...hers })], 56 * minute)).toEqual([
    { clinicianName: 'Dr. Reyes', minutes: 11 },
  ]);
});
