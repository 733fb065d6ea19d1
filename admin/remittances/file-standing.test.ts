import { standingOf } from './file-standing';

const file = { state: 'read', open: false, remittances: 3, duplicates: 1, quarantined: 1, claims: 9, done: 9 } as const;

test('a file that has not arrived is being sent; one that could not be sent says so', () => {
  expect(standingOf(undefined)).toEqual({ kind: 'sending' });
  const problem = { status: 503, code: 'try_again', params: {}, errors: [] };
  expect(standingOf(undefined, { problem, before: false })).toEqual({ kind: 'failed' });
});

test('it is read first, then posted claim by claim', () => {
  expect(standingOf({ ...file, state: 'stored', open: true })).toEqual({ kind: 'reading' });
  expect(standingOf({ ...file, open: true, done: 4 })).toEqual({ kind: 'posting', done: 4, claims: 9 });
});

test('in the end it counts what was posted: what came before and what was set aside are told beside', () => {
  expect(standingOf(file)).toEqual({ kind: 'posted', before: false, posted: 1 });
});

test('the very same file again is told as that, posted or set aside', () => {
  const again = { problem: undefined, before: true };
  expect(standingOf(file, again)).toMatchObject({ kind: 'posted', before: true });
  expect(standingOf({ ...file, state: 'quarantined' }, again)).toEqual({ kind: 'aside', before: true });
});
