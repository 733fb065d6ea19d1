import { type KeyPress, createKeymap } from './keymap';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  typing: false,
  dialogOpen: false,
  at: 0,
  ...more,
});
const read = (...presses: KeyPress[]) => {
  const keymap = createKeymap();
  return presses.map(keymap);
};

test('Ctrl+K and ⌘K open the palette, also while someone types', () => {
  const presses = [press('k', { ctrlKey: true, typing: true }), press('K', { metaKey: true }), press('k', { ctrlKey: true, altKey: true })]; // prettier-ignore
  expect(read(...presses)).toEqual([{ kind: 'palette' }, { kind: 'palette' }, undefined]);
});

test('g and a letter within a second go somewhere; later it is a letter alone', () => {
  expect(read(press('g'), press('t', { at: 900 }))).toEqual([undefined, { kind: 'go', key: 't' }]);
  expect(read(press('g'), press('t', { at: 1100 }))).toEqual([undefined, { kind: 'act', key: 't' }]);
  expect(read(press('g'), press('t', { at: 10 }), press('c', { at: 20 })).at(-1)).toEqual({ kind: 'act', key: 'c' });
  expect(read(press('g'), press('Escape', { at: 10 }), press('t', { at: 20 })).at(-1)).toEqual({
    kind: 'act',
    key: 't',
  });
});

test('letters that are typed into a field, or with a modifier, are no shortcuts', () => {
  expect(read(press('b', { typing: true }), press('b', { ctrlKey: true }), press('/', { typing: true }))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('behind an open dialog no key does anything, and a g before it is forgotten', () => {
  expect(read(press('g'), press('t', { at: 5, dialogOpen: true }), press('t', { at: 9 }))).toEqual([
    undefined,
    undefined,
    { kind: 'act', key: 't' },
  ]);
  expect(read(press('k', { ctrlKey: true, dialogOpen: true }))).toEqual([undefined]);
});

test('a slash searches, a question mark helps, and names of keys are no letters', () => {
  expect(read(press('/'), press('?'), press('b'), press('Enter'), press(' '))).toEqual([
    { kind: 'search' },
    { kind: 'help' },
    { kind: 'act', key: 'b' },
    undefined,
    undefined,
  ]);
});
