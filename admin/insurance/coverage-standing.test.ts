import { freeRank, onDay, standingOn } from './coverage-standing';

const one = (rank: number, fromDay: string, untilDay: string | null = null) => ({ rank, fromDay, untilDay });

test('an insurance holds on its first and on its last day', () => {
  const days = one(1, '2026-03-01', '2026-03-31');
  const standings = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => standingOn(days, day));
  expect(standings).toEqual(['later', 'holds', 'holds', 'ended']);
});

test('a day shows what held on it by rank, and beside it all that did not, the latest first', () => {
  const [second, first] = [one(2, '2026-01-01'), one(1, '2026-06-01')];
  const [before, after] = [one(1, '2025-01-01', '2026-05-31'), one(3, '2027-01-01')];
  const all = [second, before, after, first];
  expect(onDay(all, '2026-07-01')).toEqual({ holding: [first, second], others: [after, before] });
  expect(onDay(all, '2026-05-31')).toEqual({ holding: [before, second], others: [after, first] });
  expect(onDay(all, '2024-01-01').holding).toEqual([]);
});

test('one more takes the first free rank', () => {
  expect([
    freeRank([]),
    freeRank([{ rank: 1 }]),
    freeRank([{ rank: 2 }]),
    freeRank([{ rank: 1 }, { rank: 2 }]),
  ]).toEqual([1, 2, 1, 3]);
});
