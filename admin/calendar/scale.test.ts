import { instantAt } from '../../domain/time/wall-time';
import { clockHours, clockMinute, scaleOfClock, scaleOfTime } from './scale';

const zone = 'America/New_York';
const at = (wall: string): number => instantAt(wall, zone);
const hour = 3_600_000;
const plain = { from: at('2027-03-15T00:00'), to: at('2027-03-16T00:00') };
const spring = { from: at('2027-03-14T00:00'), to: at('2027-03-15T00:00') };
const autumn = { from: at('2027-11-07T00:00'), to: at('2027-11-08T00:00') };

test('on a day of 23, 24 or 25 hours nine in the morning stands at one height', () => {
  const nine = ['2027-03-14T09:00', '2027-03-15T09:00', '2027-11-07T09:00'].map(at);
  const heights = [spring, plain, autumn].map((day, index) =>
    scaleOfClock(day, { first: 8 * 60, last: 18 * 60 }, zone).minuteOf(nine[index] ?? 0),
  );
  expect(heights).toEqual([60, 60, 60]);
});

test('what is drawn at a height is the instant that the clock shows there', () => {
  for (const [day, date] of [
    [spring, '2027-03-14'],
    [plain, '2027-03-15'],
    [autumn, '2027-11-07'],
  ] as const) {
    const scale = scaleOfClock(day, { first: 0, last: 24 * 60 }, zone);
    for (const time of ['00:30', '03:15', '09:00', '16:45'])
      expect(scale.instantAt(scale.minuteOf(at(`${date}T${time}`)))).toBe(at(`${date}T${time}`));
    expect([scale.instantAt(0), scale.instantAt(24 * 60)]).toEqual([day.from, day.to]);
  }
});

test('an hour that the clock shows twice is drawn twice in its place, one that it leaves out not at all', () => {
  const first = at('2027-11-07T01:30');
  expect([first, first + hour].map((one) => clockMinute(autumn, one, zone))).toEqual([90, 90]);
  const two = at('2027-03-14T03:00');
  expect([two - 60_000, two].map((one) => clockMinute(spring, one, zone))).toEqual([119, 180]);
});

test('what began the day before, or ends the day after, is drawn up to the day’s ends', () => {
  expect([plain.from - hour, plain.to + hour].map((one) => clockMinute(plain, one, zone))).toEqual([0, 24 * 60]);
});

test('a day by itself is as long as the time that passes in it', () => {
  const scale = scaleOfTime({ startsAt: spring.from, endsAt: spring.to });
  expect([scale.minutes, scale.minuteOf(at('2027-03-14T09:00'))]).toEqual([23 * 60, 8 * 60]);
});

test('several days are drawn from before the first of any of them to after the last', () => {
  const stretch = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
  const days = [
    { ...spring, stretches: [stretch('2027-03-14T10:00', '2027-03-14T10:50')] },
    { ...plain, stretches: [stretch('2027-03-15T09:00', '2027-03-15T17:00')] },
  ];
  expect(clockHours(days, zone)).toEqual({ first: 8.5 * 60, last: 17.5 * 60 });
  expect(clockHours([], zone)).toEqual({ first: 8.5 * 60, last: 17.5 * 60 });
});
