import { instantOf } from '../time/instant';
import { guardTimes, offeredEnd } from './attested-times';

const at = (minutes: number) => instantOf(1_700_000_000_000 + minutes * 60_000);

test.each([
  ['an end after its beginning', at(0), at(50)],
  ['half of what is attested', at(0), null],
  ['nothing yet', null, null],
] as const)('%s is taken', (_, began, ended) => {
  expect(() => guardTimes(began, ended)).not.toThrow();
});

test.each([
  ['an end at its beginning', at(0), at(0), 'time_before_other'],
  ['an end before its beginning', at(50), at(0), 'time_before_other'],
  ['a session of a day', at(0), at(24 * 60), 'session_too_long'],
] as const)('%s is refused', (_, began, ended, code) => {
  expect(() => guardTimes(began, ended)).toThrow(
    expect.objectContaining({ code: 'invalid', fields: [expect.objectContaining({ pointer: '/ended', code })] }),
  );
});

test.each([
  ['as the clock has it', at(0), at(50), at(50)],
  ['alone', null, at(50), at(50)],
  ['not yet', at(0), null, null],
  ['not where it was stopped in the minute of its beginning', at(0), at(0.5), null],
  ['not where it was forgotten', at(0), at(24 * 60), null],
] as const)('an end is offered: %s', (_, began, ended, offered) => {
  expect(offeredEnd(began, ended)).toBe(offered);
});
