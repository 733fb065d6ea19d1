import { homeOf } from './home-of';

const open = ['/today', '/calendar', '/work'].map((path) => ({ path }));
const all = ['/my-day', ...open.map(({ path }) => path), '/practice'].map((path) => ({ path }));
const home = (...roles: readonly string[]) => homeOf(roles, all)?.path;

test('each lands where the day of her role is', () => {
  expect(home('front_desk')).toBe('/today');
  expect(home('clinician')).toBe('/my-day');
  expect(home('biller')).toBe('/work');
  expect(home('administrator')).toBe('/practice');
});

test('who sees clients lands with them, whatever else she is', () => {
  expect(home('administrator', 'clinician')).toBe('/my-day');
  expect(home('biller', 'front_desk')).toBe('/today');
});

test('where that page is not open to her, or her role has none, she lands on the first that is', () => {
  expect(homeOf(['administrator'], open)?.path).toBe('/today');
  expect(homeOf(['auditor'], open)?.path).toBe('/today');
  expect(homeOf(['clinician'], [])).toBeUndefined();
});
