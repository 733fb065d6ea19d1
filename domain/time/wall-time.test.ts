import { hoursBetween } from './instant';
import {
  addDays,
  ageOn,
  dayAt,
  dayRange,
  daysBetween,
  instantAt,
  isDay,
  isZone,
  minuteOfDay,
  wallTimeAt,
  wallTimeOn,
  weekdayOf,
} from './wall-time';

const newYork = 'America/New_York';

test('nine in the morning stays nine in the morning over the clock change', () => {
  const before = instantAt('2026-10-31T09:00', newYork);
  const after = instantAt('2026-11-01T09:00', newYork);
  expect(hoursBetween(before, after)).toBe(25);
  expect(wallTimeAt(after, newYork)).toBe('2026-11-01T09:00');
});

test('a time that spring skips is read one hour later, one that autumn repeats as the first', () => {
  expect(wallTimeAt(instantAt('2026-03-08T02:30', newYork), newYork)).toBe('2026-03-08T03:30');
  expect(new Date(instantAt('2026-11-01T01:30', newYork)).toISOString()).toBe('2026-11-01T05:30:00.000Z');
});

test('a day has 23, 24 or 25 hours', () => {
  const hours = (day: string) => hoursBetween(dayRange(day, newYork).from, dayRange(day, newYork).to);
  expect(['2026-03-08', '2026-07-01', '2026-11-01'].map(hours)).toEqual([23, 24, 25]);
});

test('the day, the weekday and the minute are those of the zone', () => {
  const late = instantAt('2026-12-01T23:30', newYork);
  expect([dayAt(late, newYork), dayAt(late, 'UTC'), minuteOfDay(late, newYork)]).toEqual([
    '2026-12-01',
    '2026-12-02',
    1410,
  ]);
  expect([weekdayOf('2026-12-01'), addDays('2026-12-31', 1), daysBetween('2026-12-01', '2027-01-01')]).toEqual([
    2,
    '2027-01-01',
    31,
  ]);
  expect([wallTimeOn('2026-12-01', 545), ageOn('2000-12-02', '2026-12-01'), ageOn('2000-12-01', '2026-12-01')]).toEqual(
    ['2026-12-01T09:05', 25, 26],
  );
});

test('what is no zone and what is no day is told apart', () => {
  expect(['America/New_York', 'Mars/Olympus', 'EST5', ''].map(isZone)).toEqual([true, false, false, false]);
  expect(['2026-02-29', '2028-02-29', '2026-1-1', 'x'].map(isDay)).toEqual([false, true, false, false]);
});
