import { isGood, oneFailure, report } from './tally';

const unit = { suite: 'unit', seconds: 12.34, passed: 40, failed: 0, notes: [] };

test('the last line is what machines read, and nothing else is on it', () => {
  const lines = report([unit, { suite: 'axe', seconds: 3, passed: 1, failed: 2, notes: ['1 skipped'] }]).split('\n');
  expect(lines.at(-1)).toBe('41 passed, 2 failed');
});

test('each suite is reported with its numbers, its time and its notes', () => {
  expect(report([unit])).toMatch(/unit +40 passed, 0 failed +12\.3 s/);
  expect(report([{ ...unit, ...oneFailure('Postgres did not start') }])).toContain('Postgres did not start');
});

test('a run is good when something passed and nothing failed', () => {
  expect(isGood([unit])).toBe(true);
  expect(isGood([unit, { ...unit, ...oneFailure('x') }])).toBe(false);
  expect(isGood([{ ...unit, passed: 0 }])).toBe(false);
  expect(isGood([])).toBe(false);
});
