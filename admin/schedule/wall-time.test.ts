import { nextInRhythm, wallTime, wallTimeAt } from './wall-time';

test('an instant is read from the clock of a zone, midnight as 00:00', () => {
  expect(wallTimeAt(Date.parse('2026-12-01T19:00:00Z'), 'America/New_York')).toBe('2026-12-01T14:00');
  expect(wallTimeAt(Date.parse('2026-12-02T05:00:00Z'), 'America/New_York')).toBe('2026-12-02T00:00');
});

test('a day without a time is no time yet', () => {
  expect([wallTime('2026-12-01', ''), wallTime('', '14:00'), wallTime('2026-12-01', '14:00')]).toEqual([
    undefined,
    undefined,
    '2026-12-01T14:00',
  ]);
});

test('the next visit is a week after the last one, or at its weekday and time in the first week still ahead', () => {
  expect(nextInRhythm('2026-12-01T14:00', '2026-12-01T15:00')).toBe('2026-12-08T14:00');
  expect(nextInRhythm('2026-12-08T14:00', '2026-12-01T15:00')).toBe('2026-12-15T14:00'); // one is booked already
  expect(nextInRhythm('2026-09-01T14:00', '2026-12-01T13:00')).toBe('2026-12-01T14:00'); // later today
  expect(nextInRhythm('2026-09-01T14:00', '2026-12-01T14:00')).toBe('2026-12-08T14:00');
  expect(nextInRhythm('2026-09-02T14:00', '2026-12-01T14:00')).toBe('2026-12-02T14:00');
  expect(nextInRhythm('2026-10-27T14:00', '2026-11-02T09:00')).toBe('2026-11-03T14:00'); // the clocks changed between
});
