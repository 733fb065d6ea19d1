import type { Instant } from '../time/instant';
import { addMinutes } from '../time/instant';
import { instantAt, wallTimeAt } from '../time/wall-time';
import { freeTimes } from './free-times';

const zone = 'America/New_York';
const at = (wall: string): Instant => instantAt(wall, zone);
const wish = (wall: string) => ({ at: at(wall), minutes: 50, bufferMinutes: 10 });
const span = (from: string, minutes: number) => ({ from: at(from), to: addMinutes(at(from), minutes) });
const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 9 * 60, untilMinute: 17 * 60 }));
const walls = (times: readonly Instant[]) => times.map((time) => wallTimeAt(time, zone));
const now = at('2026-12-01T08:00');

test('the nearest free times of the day come first, then the same hour on the days after', () => {
  const free = freeTimes(wish('2026-12-01T14:00'), hours, [span('2026-12-01T14:00', 60)], zone, now);
  expect(walls(free)).toEqual([
    '2026-12-01T12:45',
    '2026-12-01T13:00',
    '2026-12-01T15:00',
    '2026-12-02T14:00',
    '2026-12-03T14:00',
  ]);
});

test('an appointment and its buffer fit exactly between two others', () => {
  const busy = [span('2026-12-01T09:00', 300), span('2026-12-01T15:00', 120)];
  expect(walls(freeTimes(wish('2026-12-01T14:00'), hours, busy, zone, now, 3))).toContain('2026-12-01T14:00');
  expect(walls(freeTimes({ ...wish('2026-12-01T14:00'), minutes: 55 }, hours, busy, zone, now, 3))).not.toContain(
    '2026-12-01T14:00',
  );
});

test('nothing in the past, nothing outside the working hours, nothing on a day off', () => {
  const free = freeTimes(wish('2026-12-04T16:45'), hours, [], zone, at('2026-12-04T16:00'), 5);
  expect(walls(free).every((wall) => wall > '2026-12-04T16:00' && wall.slice(11) <= '16:10')).toBe(true);
  expect(walls(free).some((wall) => wall.startsWith('2026-12-05') || wall.startsWith('2026-12-06'))).toBe(false);
});

test('the hour stays the same over the clock change', () => {
  const free = freeTimes(
    wish('2026-10-30T14:00'),
    hours,
    [span('2026-10-30T09:00', 480)],
    zone,
    at('2026-10-30T08:00'),
    2,
  );
  expect(walls(free)).toEqual(['2026-11-02T14:00', '2026-11-03T14:00']);
});
