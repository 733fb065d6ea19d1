import { billedAs, readModifiers } from './charge-look';

test('a code stands with its modifiers', () => {
  expect(billedAs({ code: '90837', modifiers: ['95', 'HO'] })).toBe('90837 95 HO');
  expect(billedAs({ code: '90837', modifiers: [] })).toBe('90837');
});

test.each([
  ['', []],
  ['95', ['95']],
  [' 95, ho ', ['95', 'HO']],
  ['95 HO;GT', ['95', 'HO', 'GT']],
  ['video', undefined],
  ['1', undefined],
  ['95 96 97 98 99', undefined],
])('"%s" is read as %j', (text, modifiers) => {
  expect(readModifiers(text)).toEqual(modifiers);
});
