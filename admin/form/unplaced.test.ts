import type { Problem } from '../../browser/http/problem';
import { unplaced } from './unplaced';

const problem: Problem = { status: 422, code: 'invalid', params: {}, errors: [] };
const values = { name: 'Pacific', rank: '1' };

test('a problem of the whole stands below the fields', () => {
  expect(unplaced(problem, { values, errors: {} })).toBe(problem);
  expect(unplaced(undefined, { values, errors: {} })).toBeUndefined();
});

test('what the fields tell is told once, and does not come back below them when one of them was changed', () => {
  expect(unplaced(problem, { values, errors: { name: 'Is there already' } })).toBeUndefined();
  expect(unplaced(problem, { values, errors: { name: undefined } })).toBeUndefined();
});

test('an error of a field that nobody sees is told below the others', () => {
  expect(unplaced(problem, { values, errors: { name: 'Too long', root: 'Check this field' } })).toBe(problem);
  expect(unplaced(problem, { values, errors: { rank: 'Choose another' } }, ['name'])).toBe(problem);
});
