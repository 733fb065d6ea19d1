import { isoDay, yearsBetween } from './iso-day';

test('the day is that of the zone', () => {
  const late = Date.parse('2026-12-02T04:30:00Z');
  expect([isoDay(late, 'America/New_York'), isoDay(late, 'UTC')]).toEqual(['2026-12-01', '2026-12-02']);
});

test('someone grows older on the birthday, not before; on leap days in March', () => {
  expect(yearsBetween('1990-05-04', '2026-05-03')).toBe(35);
  expect(yearsBetween('1990-05-04', '2026-05-04')).toBe(36);
  expect([yearsBetween('2000-02-29', '2026-02-28'), yearsBetween('2000-02-29', '2026-03-01')]).toEqual([25, 26]);
});
