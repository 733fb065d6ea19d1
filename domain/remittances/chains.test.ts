import { chainsOf } from './chains';

const word = (ordinal: number, ours: string, theirs: string | null = null) => ({
  ordinal,
  control_number: ours,
  payer_control_number: theirs,
});
const ordinals = (words: Parameters<typeof chainsOf>[0]) =>
  chainsOf(words).map((chain) => chain.map(({ ordinal }) => ordinal));

test('words about different claims are chains of their own', () => {
  expect(ordinals([word(1, 'A', 'X'), word(2, 'B', 'Y'), word(3, 'C')])).toEqual([[1], [2], [3]]);
});

test('our number and the payer’s chain words together, also over others, in their order', () => {
  expect(ordinals([word(1, 'A', 'X'), word(2, 'B', 'Y'), word(3, 'a', 'X'), word(4, 'B', 'X')])).toEqual([
    [1, 2, 3, 4],
  ]);
  expect(ordinals([word(1, 'A'), word(2, 'Z', 'Q'), word(3, 'A', 'N')])).toEqual([[1, 3], [2]]);
});

test('our number that looks like a number of the payer is not the same', () => {
  expect(ordinals([word(1, 'X'), word(2, 'B', 'X')])).toEqual([[1], [2]]);
});
