import { addDays, isDay, isoDay, yearsBetween } from './iso-day';

test('the day is that of the zone', () => {
  const late = Date.parse('2026-12-02T04:30:00Z');
  expect([isoDay(late, 'America/New_York'), isoDay(late, 'UTC')]).toEqual(['2026-12-01', '2026-12-02']);
});

test('someone grows older on the birthday, not before; on leap days in March', () => {
  expect(yearsBetween('1990-05-04', '2026-05-03')).toBe(35);
  expect(yearsBetween('1990-05-04', '2026-05-04')).toBe(36);
  expect([yearsBetween('2000-02-29', '2026-02-28'), yearsBetween('2000-02-29', '2026-03-01')]).toEqual([25, 26]);
});

test('days are counted on the calendar, over the ends of months and years, whatever the clocks do', () => {
  expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  expect(addDays('2026-03-07', 2)).toBe('2026-03-09');
});

test('a text is a day or it is none', () => {
  expect(['2026-12-01', '2028-02-29'].map(isDay)).toEqual([true, true]);
  expect(['2026-02-30', '2026-13-01', '2026-1-1', 'tomorrow', ''].map(isDay)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
