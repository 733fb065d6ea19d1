import { stepOnBoard } from './step-on-board';

const columns = [['a', 'b', 'c'], [], ['d'], ['e', 'f']];

test('up and down stay in the column and stop at its ends', () => {
  expect(stepOnBoard(columns, 'a', 'ArrowDown')).toBe('b');
  expect(stepOnBoard(columns, 'c', 'ArrowDown')).toBeUndefined();
  expect(stepOnBoard(columns, 'c', 'Home')).toBe('a');
  expect(stepOnBoard(columns, 'a', 'End')).toBe('c');
});

test('left and right pass over columns without anybody and keep the height as far as they can', () => {
  expect(stepOnBoard(columns, 'c', 'ArrowRight')).toBe('d');
  expect(stepOnBoard(columns, 'd', 'ArrowLeft')).toBe('a');
  expect(stepOnBoard(columns, 'f', 'ArrowRight')).toBeUndefined();
  expect(stepOnBoard(columns, 'f', 'x')).toBeUndefined();
});
