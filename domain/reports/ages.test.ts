import { ageOf, byAge } from './ages';
import { debtAgeEdges, debtAges } from './report-codes';

test.each([
  [-3, 0],
  [0, 0],
  [30, 0],
  [31, 1],
  [60, 1],
  [61, 2],
  [90, 2],
  [91, 3],
  [120, 3],
  [121, 4],
  [900, 4],
])('%i days are age %i', (days, age) => {
  expect(ageOf(days, debtAgeEdges)).toBe(age);
});

test('there is a word for every age, and each has its sum', () => {
  expect(debtAges).toHaveLength(debtAgeEdges.length + 1);
  const rows = [
    { age: 0, value: 5 },
    { age: 0, value: -2 },
    { age: 4, value: 7 },
    { age: null, value: 1 },
  ];
  expect(byAge(rows, debtAgeEdges)).toEqual([3, 0, 0, 0, 8]);
});
