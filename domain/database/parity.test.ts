import { type Schema, mayServe, parity, parityLine } from './parity';

const expected = { migration: '2_second', fingerprint: 'two' };
const ran = (name: string, fingerprint: string, compatible = true) => ({ name, fingerprint, compatible });
const upToMine = [ran('1_first', 'one'), ran('2_second', 'two')];
const schema = (fingerprint: string, ...later: Schema['done']): Schema => ({
  fingerprint,
  done: [...upToMine, ...later],
});

test.each<[string, Schema, string, boolean]>([
  ['its own schema', schema('two'), 'same', true],
  ['a later, compatible one', schema('four', ran('3_third', 'three'), ran('4_fourth', 'four')), 'later', true],
  ['a later one that takes something away', schema('three', ran('3_third', 'three', false)), 'incompatible', false],
  [
    'one that took something away, then added',
    schema('four', ran('3_third', 'three', false), ran('4_fourth', 'four')),
    'incompatible',
    false,
  ],
  ['one that lacks its migration', { fingerprint: 'one', done: upToMine.slice(0, 1) }, 'behind', false],
  ['an empty one', { fingerprint: 'none', done: [] }, 'behind', false],
  ['one that somebody changed', schema('hand'), 'drifted', false],
  ['a later one that somebody changed', schema('hand', ran('3_third', 'three')), 'drifted', false],
  [
    'a later one whose beginning was another',
    { fingerprint: 'three', done: [ran('2_second', 'other'), ran('3_third', 'three')] },
    'drifted',
    false,
  ],
  // two branches: an earlier name that ran later; what counts is where it ended
  [
    'its own schema, come to in another order',
    { fingerprint: 'two', done: [ran('2_second', 'x'), ran('1_first', 'two')] },
    'same',
    true,
  ],
])('a build and %s', (_, found, kind, serves) => {
  const verdict = parity(expected, found);
  expect([verdict.kind, mayServe(verdict)]).toEqual([kind, serves]);
  expect(parityLine(verdict)).toMatch(/^[^\n]{20,200}$/);
});

test('the line names what is missing, or what is in the way', () => {
  expect(parityLine(parity(expected, { fingerprint: 'one', done: [] }))).toContain('2_second');
  expect(parityLine(parity(expected, schema('three', ran('3_third', 'three', false))))).toContain('3_third');
});
