import { type TestPractice, aPractice, aWorld, times } from '../../tests/builders/practice';
import { aBarrier, asSuperuser } from '../../tests/builders/sql';
import { newId } from '../ids';
import { type Backfill, backfillProgress, runBackfill } from './backfill';
import type { PracticeTx } from './practice-tx';

const world = aWorld();
const rowsEach = 25;

beforeEach(() => asSuperuser(world().urls, (sql) => sql.query('update kernel.practices set closed_at = now()')));

async function aPracticeWithWork(): Promise<TestPractice> {
  const practice = await aPractice(world());
  await practice.as('administrator', (tx) =>
    tx.rows('work_items').insert(
      times(rowsEach, () => ({
        practice_id: practice.id,
        id: newId(),
        cause: 'client_missing',
        entity: 'client',
        ref_id: newId(),
        state: 'open',
        queue: 'front_desk' as const,
        opened_at: new Date(),
      })),
    ),
  );
  return practice;
}

/** Counts in each work item how often it was changed, ten at a time. */
async function countTen(tx: PracticeTx, from: string | null): Promise<{ rows: number; next: string | null }> {
  const changed = await tx.all<{ id: string }>`
    update work_items set params = jsonb_build_object('times', coalesce((params ->> 'times')::int, 0) + 1)
     where practice_id = ${tx.practiceId} and id in (
       select id from work_items where practice_id = ${tx.practiceId} and id > coalesce(${from}::uuid, '00000000-0000-0000-0000-000000000000') order by id limit 10)
    returning id`;
  const last = changed
    .map((row) => row.id)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .at(-1);
  return { rows: changed.length, next: changed.length < 10 ? null : (last ?? null) };
}
const counting = (batch: Backfill['batch'] = countTen): Backfill => ({ name: newId(), service: 'core', batch });

const timesChanged = async (practice: TestPractice) => {
  const items = await practice.as(
    'administrator',
    (tx) =>
      tx.all<{
        times: string | null;
      }>`select params ->> 'times' as times from work_items where practice_id = ${practice.id}`,
  );
  return items.map((item) => Number(item.times ?? 0));
};
const once = times(rowsEach, () => 1);
const expireLeases = () =>
  asSuperuser(world().urls, (sql) =>
    sql.query("update kernel.backfills set leased_until = now() - interval '1 s' where done_at is null"),
  );

test('every row of every open practice is changed once, in batches, in its own practice', async () => {
  const practices = [await aPracticeWithWork(), await aPracticeWithWork()];
  const backfill = counting();
  const batches: [string, number][] = [];
  const changed = await runBackfill(world().worker, backfill, { onBatch: (id, rows) => void batches.push([id, rows]) });
  expect(changed).toBe(2 * rowsEach);
  expect(batches).toEqual(
    practices.toSorted((a, b) => (a.id < b.id ? -1 : 1)).flatMap(({ id }) => [10, 10, 5].map((rows) => [id, rows])),
  );
  for (const practice of practices) expect(await timesChanged(practice)).toEqual(once);
});

test('what is done is not done again; a practice that came later is', async () => {
  const first = await aPracticeWithWork();
  const backfill = counting();
  await runBackfill(world().worker, backfill);
  const second = await aPracticeWithWork();
  expect(await runBackfill(world().worker, backfill)).toBe(2 * rowsEach);
  expect([await timesChanged(first), await timesChanged(second)]).toEqual([once, once]);
});

test('a runner that is killed in the middle is gone on from where it stopped', async () => {
  const practice = await aPracticeWithWork();
  let batches = 0;
  const backfill = counting(async (tx, from) => {
    const done = await countTen(tx, from);
    if ((batches += 1) === 2) throw new Error('killed');
    return done;
  });
  await expect(runBackfill(world().worker, backfill)).rejects.toThrow('killed');
  expect(await backfillProgress(world().worker, backfill)).toEqual([
    { practice_id: practice.id, rows: 10, done_at: null },
  ]);
  await expireLeases();
  expect(await runBackfill(world().worker, backfill)).toBe(rowsEach);
  expect(await timesChanged(practice)).toEqual(once);
});

test('of several runners at once each changes rows that no other does', async () => {
  const practices = await Promise.all(times(4, aPracticeWithWork));
  const backfill = counting();
  const batches: number[] = [];
  await Promise.all(
    times(4, () => runBackfill(world().worker, backfill, { waitMs: 5, onBatch: (_, rows) => void batches.push(rows) })),
  );
  expect(batches.reduce((sum, rows) => sum + rows, 0)).toBe(4 * rowsEach);
  for (const practice of practices) expect(await timesChanged(practice)).toEqual(once);
});

test('a runner whose lease ran out while it slept has its batch taken back', async () => {
  const practice = await aPracticeWithWork();
  const asleep = aBarrier(2);
  let wake: () => void = () => undefined;
  const awake = new Promise<void>((resolve) => {
    wake = resolve;
  });
  let first = true;
  const backfill = counting(async (tx, from) => {
    if (first) {
      first = false;
      await asleep();
      await awake;
    }
    return countTen(tx, from);
  });
  const sleeper = runBackfill(world().worker, backfill, { waitMs: 5 });
  await asleep();
  await expireLeases();
  expect(await runBackfill(world().worker, backfill)).toBe(rowsEach);
  wake();
  expect(await sleeper).toBe(rowsEach);
  expect(await timesChanged(practice)).toEqual(once);
});

test('two that work on the same rows at once end with one of them saved', async () => {
  const practice = await aPracticeWithWork();
  const both = aBarrier(2);
  const batches: number[] = [];
  const backfill = counting(async (tx, from) => {
    if (from === null) {
      const meeting = both();
      await expireLeases();
      await meeting;
    }
    return countTen(tx, from);
  });
  const run = () => runBackfill(world().worker, backfill, { waitMs: 5, onBatch: (_, rows) => void batches.push(rows) });
  expect(await Promise.all([run(), run()])).toEqual([rowsEach, rowsEach]);
  expect(batches.reduce((sum, rows) => sum + rows, 0)).toBe(rowsEach);
  expect(await timesChanged(practice)).toEqual(once);
});

test('a backfill may do what its service may, and no more', async () => {
  await aPracticeWithWork();
  const backfill = counting(async (tx) => {
    await tx.rows('rooms').insert({ practice_id: tx.practiceId, id: newId(), name: 'Made by a backfill' });
    return { rows: 1, next: null };
  });
  await expect(runBackfill(world().worker, backfill)).rejects.toMatchObject({ code: 'not_found' });
});
