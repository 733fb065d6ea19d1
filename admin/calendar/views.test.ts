import { mostDays } from '../../api/schedule/calendar.contract';
import { daysOf, lastOf, spanOf, stepBy } from './views';

test('a week is drawn from Sunday on, a month in whole weeks, a list from its day on', () => {
  expect(spanOf('day', '2026-12-02')).toEqual({ first: '2026-12-02', days: 1 });
  expect(spanOf('week', '2026-12-02')).toEqual({ first: '2026-11-29', days: 7 });
  expect(spanOf('week', '2026-11-29')).toEqual({ first: '2026-11-29', days: 7 });
  expect(spanOf('month', '2026-12-15')).toEqual({ first: '2026-11-29', days: 35 });
  expect(lastOf(spanOf('month', '2026-12-15'))).toBe('2027-01-02');
  expect(spanOf('list', '2026-12-02')).toEqual({ first: '2026-12-02', days: 14 });
});

test('the shortest month has four weeks, the longest six, which is as much as may be asked for', () => {
  expect(spanOf('month', '2026-02-10')).toEqual({ first: '2026-02-01', days: 28 });
  expect(spanOf('month', '2026-08-31')).toEqual({ first: '2026-07-26', days: mostDays });
});

test('a step is as long as what is shown; a month later is the same day of it, or its last', () => {
  expect(stepBy('day', '2026-12-31', 1)).toBe('2027-01-01');
  expect(stepBy('week', '2026-12-02', -1)).toBe('2026-11-25');
  expect(stepBy('list', '2026-12-02', 1)).toBe('2026-12-16');
  expect(stepBy('month', '2027-01-31', 1)).toBe('2027-02-28');
  expect(stepBy('month', '2027-01-31', -1)).toBe('2026-12-31');
});

test('the days of a span follow one another, over the change of the clocks too', () => {
  expect(daysOf(spanOf('week', '2027-03-14'))).toEqual([14, 15, 16, 17, 18, 19, 20].map((date) => `2027-03-${date}`));
});
