import { rowAfter } from './row-after';

test('the row after takes the place of one that is gone, and at the end the last one does', () => {
  expect(rowAfter('b', ['a', 'b', 'c'], ['a', 'c'])).toBe('c');
  expect(rowAfter('c', ['a', 'b', 'c'], ['a', 'b'])).toBe('b');
  expect(rowAfter('b', ['a', 'b', 'c', 'd'], ['a', 'd'])).toBe('d');
});

test('the first is reached when none was, and none when there is none', () => {
  expect(rowAfter(undefined, [], ['a', 'b'])).toBe('a');
  expect(rowAfter('a', ['a'], ['b'])).toBe('b');
  expect(rowAfter('a', ['a'], [])).toBeUndefined();
});
