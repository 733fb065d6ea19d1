import { aPractice, aWorld } from '../../tests/builders/practice';
import { importIcd10 } from './import-icd10';

const world = aWorld();
const line = (code: string, flag = '1') =>
  `12345 ${code.padEnd(7)} ${flag} ${'Short'.padEnd(60)} Long title of ${code}`;
const file = async function* (...lines: readonly string[]) {
  await Promise.resolve();
  yield* lines;
};
const known = async (day: string, ...codes: readonly string[]) => {
  const practice = await aPractice(world());
  const rows = await practice.as(
    'clinician',
    (tx) =>
      tx.all<{
        code: string;
        billable: boolean;
      }>`select code, billable from kernel.icd10(${[...codes]}, ${day}::date) order by code`,
  );
  return rows.map(({ code, billable }) => `${code}${billable ? '' : ' heading'}`);
};

test('a year’s file holds from its day; what the next one lacks ends the day before; again it changes nothing', async () => {
  expect(await importIcd10(world().worker, file(line('X00', '0'), line('X000'), line('X001')), '2025-10-01')).toEqual({
    codes: 3,
    ended: 0,
  });
  const next = () => importIcd10(world().worker, file(line('X00', '0'), line('X000'), '', line('X002')), '2026-10-01');
  expect(await next()).toEqual({ codes: 3, ended: 1 });
  expect(await next()).toEqual({ codes: 3, ended: 0 });
  const all = ['X00', 'X00.0', 'X00.1', 'X00.2'];
  expect(await known('2026-09-30', ...all)).toEqual(['X00 heading', 'X00.0', 'X00.1']);
  expect(await known('2026-10-01', ...all)).toEqual(['X00 heading', 'X00.0', 'X00.2']);
  expect(await known('2024-01-01', ...all)).toEqual([]);
});

test('a file with a line that is none of it imports nothing, and names the line', async () => {
  const torn = importIcd10(world().worker, file(line('X007'), 'garbage'), '2026-10-01');
  await expect(torn).rejects.toThrow('line 2 is no line');
  expect(await known('2026-10-02', 'X00.7')).toEqual([]);
  await expect(importIcd10(world().worker, file(), '2026-10-01')).rejects.toThrow('line 1');
});
