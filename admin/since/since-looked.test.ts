import { type Looked, type SinceLooked, allSeen, lookedAgain } from './since-looked';

const row = (id: string, version: number, more: Looked['parts'] = {}): Looked => ({
  id,
  parts: { [id]: version, ...more },
});
const nobodys = () => false;
const changesOf = (since: SinceLooked) => Object.fromEntries(since.changes);
const first = lookedAgain(undefined, 'list', [row('a', 1), row('b', 1)], nobodys);

test('what is there at first is seen; what changes or comes after it is marked', () => {
  expect(changesOf(first)).toEqual({});
  const later = lookedAgain(first, 'list', [row('c', 1), row('a', 2), row('b', 1)], nobodys);
  expect(changesOf(later)).toEqual({ a: 'changed', c: 'new' });
  // what is new stays new, however often it changes
  expect(changesOf(lookedAgain(later, 'list', [row('c', 2), row('a', 2)], nobodys))).toEqual({
    a: 'changed',
    c: 'new',
  });
});

test('what this window did itself is not marked, unless another changed something else of it too', () => {
  const mine = (part: string, value: unknown) => part === 'a' && value === 2;
  expect(changesOf(lookedAgain(first, 'list', [row('a', 2), row('b', 2)], mine))).toEqual({ b: 'changed' });
  const both = [row('a', 2, { visit: 3 })];
  expect(changesOf(lookedAgain(first, 'list', both, mine))).toEqual({ a: 'changed' });
});

test('whoever acts on a marked thing has seen it', () => {
  const marked = lookedAgain(first, 'list', [row('a', 2)], nobodys);
  expect(changesOf(lookedAgain(marked, 'list', [row('a', 3)], (_, value) => value === 3))).toEqual({});
});

test('what went away no longer counts; what comes back as it was is not new', () => {
  const marked = lookedAgain(first, 'list', [row('a', 2), row('b', 1)], nobodys);
  const gone = lookedAgain(marked, 'list', [row('b', 1)], nobodys);
  expect(changesOf(gone)).toEqual({});
  expect(changesOf(lookedAgain(gone, 'list', [row('a', 2), row('b', 1)], nobodys))).toEqual({});
});

test('another filter, order or page begins anew, and where nothing happened nothing is drawn', () => {
  expect(changesOf(lookedAgain(first, 'other list', [row('z', 9)], nobodys))).toEqual({});
  expect(lookedAgain(first, 'list', [row('b', 1), row('a', 1)], nobodys)).toBe(first);
  const marked = lookedAgain(first, 'list', [row('a', 2)], nobodys);
  expect(lookedAgain(marked, 'list', [row('a', 2)], nobodys)).toBe(marked);
  expect(changesOf(allSeen(marked))).toEqual({});
  expect(allSeen(first)).toBe(first);
});
