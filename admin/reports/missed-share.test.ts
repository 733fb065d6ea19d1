import { missedShare } from './missed-share';

test('what was missed or called off too late is told as a share of all that was to be', () => {
  expect(missedShare({ kept: 6, missed: 1, late: 1 })).toBe(0.25);
  expect(missedShare({ kept: 0, missed: 2, late: 0 })).toBe(1);
});

test('of nothing there is no share', () => {
  expect(missedShare({ kept: 0, missed: 0, late: 0 })).toBeUndefined();
});
