import { chosenColumns, togglesOf } from './chosen-columns';

const all = [
  { id: 'name', header: 'Name' },
  { id: 'born', header: 'Born' },
  { id: 'email', header: 'Email' },
];

test('columns are those that were saved, in the order of the table, and the first one always', () => {
  expect(chosenColumns(all, ['email', 'born'], [])).toEqual(['name', 'born', 'email']);
  expect(chosenColumns(all, [], ['born'])).toEqual(['name']);
  expect(chosenColumns(all, undefined, ['born'])).toEqual(['name', 'born']);
});

test('a saved column that is no more, and a value of another kind, do no harm', () => {
  expect(chosenColumns(all, ['gone', 'born'], [])).toEqual(['name', 'born']);
  expect(chosenColumns(all, 'compact', ['email'])).toEqual(['name', 'email']);
});

test('all but the first can be turned off', () => {
  expect(togglesOf(all, ['name', 'email'])).toEqual([
    { id: 'born', name: 'Born', shown: false },
    { id: 'email', name: 'Email', shown: true },
  ]);
});
