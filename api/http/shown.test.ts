import { clientsIn, idsIn } from './clients-in';
import { rememberShown } from './shown';

const minute = 60_000;

test('a client counts as shown for 15 minutes from the last time, to the session that saw her', () => {
  let now = 1_000_000;
  const shown = rememberShown(() => now);
  shown.show('s1', ['c1']);
  expect([shown.wasShown('s1', 'c1'), shown.wasShown('s1', 'c2'), shown.wasShown('s2', 'c1')]).toEqual([
    true,
    false,
    false,
  ]);
  now += 15 * minute - 1;
  expect(shown.wasShown('s1', 'c1')).toBe(true);
  now += 1;
  expect(shown.wasShown('s1', 'c1')).toBe(false);
  shown.show('s1', ['c1']);
  now += 14 * minute;
  shown.show('s1', ['c1']);
  now += 14 * minute;
  expect(shown.wasShown('s1', 'c1')).toBe(true);
});

test('what is forgotten is what was used longest ago, and costs an entry more', () => {
  const shown = rememberShown();
  for (let n = 0; n < 5_001; n += 1) shown.show(`s${n}`, ['c']);
  expect([shown.wasShown('s0', 'c'), shown.wasShown('s1', 'c'), shown.wasShown('s5000', 'c')]).toEqual([
    false,
    true,
    true,
  ]);
});

test('the clients and ids of an answer are found wherever they stand', () => {
  const answer = {
    rows: [
      { id: 'a', clientId: 'c1', visit: { id: 'v' } },
      { id: 'b', clientId: null },
    ],
    params: { clientIds: ['c2', 'c3'] },
    other: [[{ clientId: 'c4' }]],
  };
  expect([...clientsIn(answer)]).toEqual(['c1', 'c2', 'c3', 'c4']);
  expect([...idsIn(answer)]).toEqual(['a', 'c1', 'v', 'b', 'c4']);
  expect([...clientsIn(undefined)]).toEqual([]);
});
