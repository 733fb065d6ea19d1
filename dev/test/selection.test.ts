import { readSelection } from './selection';

const all = ['format', 'unit', 'database'] as const;

test('without a word every suite runs, in its order', () => {
  expect(readSelection([], all)).toEqual({ suites: all, paths: [] });
});

test('named suites run in the order of the table, not of the call', () => {
  expect(readSelection(['database', 'unit'], all)).toEqual({ suites: ['unit', 'database'], paths: [] });
});

test('what is no suite is part of a path, with or without a boundary', () => {
  const one = { suites: ['database'], paths: ['domain/schedule'] };
  expect(readSelection(['database', 'domain/schedule'], all)).toEqual(one);
  expect(readSelection(['database', '--', 'domain/schedule'], all)).toEqual(one);
});

test('a path that is named like a suite can be given after the boundary', () => {
  expect(readSelection(['database', '--', 'unit'], all)).toEqual({ suites: ['database'], paths: ['unit'] });
});

test('a path alone is looked for in every suite', () => {
  expect(readSelection(['domain/money'], all)).toEqual({ suites: all, paths: ['domain/money'] });
});
