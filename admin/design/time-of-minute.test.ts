import { minuteOf, timeOfMinute } from './time-of-minute';

test('a time of the day is minutes since midnight, and none is none', () => {
  expect([timeOfMinute(0), timeOfMinute(1025), timeOfMinute(null)]).toEqual(['00:00', '17:05', '']);
  expect([minuteOf('00:00'), minuteOf('17:05'), minuteOf('')]).toEqual([0, 1025, null]);
});
