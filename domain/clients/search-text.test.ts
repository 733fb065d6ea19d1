import { readSearch } from './search-text';

test.each([
  ['Ana Whit', { words: ['Ana', 'Whit'], digits: null, birthDate: null }],
  ['Whitfield, Ana', { words: ['Whitfield', 'Ana'], digits: null, birthDate: null }],
  ['5/4/1990', { words: [], digits: null, birthDate: '1990-05-04' }],
  ['1990-05-04', { words: [], digits: null, birthDate: '1990-05-04' }],
  ['(212) 555-01', { words: [], digits: '21255501', birthDate: null }],
  ['+1 212 555 0134', { words: [], digits: '2125550134', birthDate: null }],
  ['0134', { words: [], digits: '0134', birthDate: null }],
])('"%s" is read as what it looks like', (typed, expected) => {
  expect(readSearch(typed)).toEqual(expected);
});

test('nothing typed is nothing to look for', () => {
  expect(readSearch('   ')).toBeUndefined();
});

test('a day that does not exist is no birth date', () => {
  expect(readSearch('13/40/1990')?.birthDate).toBeNull();
});
