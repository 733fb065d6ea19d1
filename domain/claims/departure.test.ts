import { instantAt } from '../time/wall-time';
import { dueDeparture, nextDeparture } from './departure';

const zone = 'America/New_York';
const at = (wall: string) => instantAt(wall, zone);
const five = 17 * 60;

test('claims leave once a day, from the time of the practice’s clock on, and a worker that comes late still lets them', () => {
  const yesterday = { minute: five, doneDay: '2026-11-30' };
  expect(dueDeparture(yesterday, at('2026-12-01T16:59'), zone)).toBeUndefined();
  expect(dueDeparture(yesterday, at('2026-12-01T17:00'), zone)).toBe('2026-12-01');
  expect(dueDeparture(yesterday, at('2026-12-01T23:50'), zone)).toBe('2026-12-01');
  expect(dueDeparture({ minute: five, doneDay: '2026-12-01' }, at('2026-12-01T18:00'), zone)).toBeUndefined();
  expect(dueDeparture({ minute: five, doneDay: null }, at('2026-12-01T18:00'), zone)).toBe('2026-12-01');
});

test('a time that was missed before midnight is made good after it, once', () => {
  const late = { minute: 23 * 60 + 59, doneDay: '2026-11-30' };
  expect(dueDeparture(late, at('2026-12-02T00:10'), zone)).toBe('2026-12-01');
  expect(nextDeparture(late, at('2026-12-02T00:10'), zone)).toBe(at('2026-12-01T23:59'));
  expect(dueDeparture({ ...late, doneDay: '2026-12-01' }, at('2026-12-02T00:11'), zone)).toBeUndefined();
  expect(dueDeparture(late, at('2026-12-05T12:00'), zone)).toBe('2026-12-04');
});

test('where no time is set they leave only when somebody sends them', () => {
  expect(dueDeparture({ minute: null, doneDay: null }, at('2026-12-01T18:00'), zone)).toBeUndefined();
  expect(nextDeparture({ minute: null, doneDay: null }, at('2026-12-01T18:00'), zone)).toBeNull();
});

test('the next time is today’s, or tomorrow’s once today’s is done; also across the change of the clocks', () => {
  const now = at('2026-10-31T18:00');
  expect(nextDeparture({ minute: five, doneDay: '2026-10-30' }, now, zone)).toBe(at('2026-10-31T17:00'));
  expect(nextDeparture({ minute: five, doneDay: '2026-10-31' }, now, zone)).toBe(at('2026-11-01T17:00'));
});
