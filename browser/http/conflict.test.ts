import { changes, conflicts, mineOverTheirs, same } from './conflict';

const base = { id: 'a', version: 4, reason: 'sick', note: '', tags: ['x'], phone: '1' };
const mine = { ...base, note: 'call back', phone: '2' };
const theirs = { ...base, version: 6, reason: 'work', phone: '3' };

test('what I changed are the fields that differ from the record as it was, ids and versions aside', () => {
  expect(changes(base, { ...mine, version: 9, tags: ['x'] })).toEqual({ note: 'call back', phone: '2' });
  expect(changes(base, base)).toEqual({});
});

test('side by side stands what differs now, and whether both of us changed it', () => {
  expect(conflicts(base, mine, theirs)).toEqual([
    { field: 'note', mine: 'call back', theirs: '', both: false },
    { field: 'phone', mine: '2', theirs: '3', both: true },
    { field: 'reason', mine: 'sick', theirs: 'work', both: false },
  ]);
});

test('what both of us changed to the same is no conflict', () => {
  expect(conflicts(base, mine, { ...mine, version: 6 })).toEqual([]);
});

test('saving mine keeps what the other changed, names their version, and sends my fields alone', () => {
  const next = mineOverTheirs(base, mine, theirs);
  expect(next).toEqual({
    base: theirs,
    values: { ...theirs, note: 'call back', phone: '2' },
    patch: { note: 'call back', phone: '2' },
    version: 6,
  });
  expect(changes(next.base, next.values)).toEqual(next.patch);
});

test('an absent field, undefined and null are the same emptiness; an empty text and zero are not', () => {
  expect(same({ a: undefined }, {})).toBe(true);
  expect(same({ a: null, b: [1, { c: 2 }] }, { b: [1, { c: 2 }] })).toBe(true);
  expect([same('', null), same(0, null), same([], {}), same([1], [2]), same([1], [1, 2])]).toEqual(
    Array(5).fill(false),
  );
});
