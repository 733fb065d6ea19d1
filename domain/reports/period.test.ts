import { yearUntil } from './period';

test('a year until a day has the twelve months that end with its own', () => {
  const { from, months } = yearUntil('2026-11-30');
  expect([from, months.length, months[0], months.at(-1)]).toEqual(['2025-12-01', 12, '2025-12', '2026-11']);
});

test('it goes over the turn of the year', () => {
  expect(yearUntil('2027-01-01').months).toEqual([
    '2026-02',
    '2026-03',
    '2026-04',
    '2026-05',
    '2026-06',
    '2026-07',
    '2026-08',
    '2026-09',
    '2026-10',
    '2026-11',
    '2026-12',
    '2027-01',
  ]);
});
