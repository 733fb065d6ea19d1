import { nextOf } from './next-of-remittance';

const all = { claims: 10, posted: 7, review: 0, setAside: 1, informed: 2 } as const;

test('while it is posted it says how many claims are worked off, however they ended', () => {
  expect(nextOf({ ...all, state: 'posting', posted: 3, review: 1 })).toEqual({ kind: 'posting', ahead: true, done: 7 });
});

test('what waits for a person comes before anything else that is left', () => {
  expect(nextOf({ ...all, state: 'posted', review: 2 })).toEqual({ kind: 'review', ahead: true });
  expect(nextOf({ ...all, state: 'posted' })).toEqual({ kind: 'setAside', ahead: false });
  expect(nextOf({ ...all, state: 'posted', setAside: 0 })).toEqual({ kind: 'posted', ahead: false });
});

test('of what is not posted nothing is ahead', () => {
  for (const state of ['quarantined', 'duplicate', 'informed', 'undone'] as const)
    expect(nextOf({ ...all, state, review: 3 })).toEqual({ kind: state, ahead: false });
});
