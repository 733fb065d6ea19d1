import { countJest } from './jest-suite';
import { countPlaywright } from './playwright-suite';

const jestSaid = (more: object) =>
  JSON.stringify({
    numPassedTests: 7,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
    ...more,
  });
const playwrightSaid = (stats: object, errors: object[] = []) =>
  JSON.stringify({ stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

test('jest is counted from what it reports', () => {
  expect(countJest(jestSaid({}), 0)).toEqual({ passed: 7, failed: 0, notes: [] });
  expect(countJest(jestSaid({ numFailedTests: 2 }), 1)).toEqual({ passed: 7, failed: 2, notes: [] });
});

test('a file that cannot be loaded is a failure, although none of its tests ran', () => {
  expect(countJest(jestSaid({ numRuntimeErrorTestSuites: 1 }), 1)).toMatchObject({ failed: 1 });
});

test('a tool that fails without saying so has failed', () => {
  expect(countJest(jestSaid({}), 1)).toMatchObject({ passed: 7, failed: 1 });
  expect(countJest(undefined, 134)).toMatchObject({ passed: 0, failed: 1 });
  expect(countPlaywright(playwrightSaid({}), 1)).toMatchObject({ passed: 5, failed: 1 });
  expect(countPlaywright(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
});

test('what was skipped is said, and counts neither way', () => {
  expect(countJest(jestSaid({ numPendingTests: 2 }), 0)).toEqual({ passed: 7, failed: 0, notes: ['2 skipped'] });
  expect(countPlaywright(playwrightSaid({ skipped: 1 }), 0)).toEqual({ passed: 5, failed: 0, notes: ['1 skipped'] });
});

test('a journey that passed only on the second try has failed, and so has one whose worker broke', () => {
  expect(countPlaywright(playwrightSaid({ flaky: 1 }), 0)).toMatchObject({ failed: 1 });
  expect(countPlaywright(playwrightSaid({}, [{ message: 'worker ended' }]), 1)).toMatchObject({ failed: 1 });
});
