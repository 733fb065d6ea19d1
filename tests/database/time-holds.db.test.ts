import { newId } from '../../domain/ids';
import type { PracticeTx } from '../../domain/database/practice-tx';
import { type TestPractice, aPractice, aWorld, times } from '../builders/practice';
import { asSuperuser, refusal } from '../builders/sql';

const world = aWorld();
let practice: TestPractice;
beforeAll(async () => {
  practice = await aPractice(world());
});

interface Wish {
  readonly resource: string;
  /** Minutes after nine o'clock of one day. */
  readonly from: number;
  readonly to: number;
  readonly lane?: number;
}
const nine = Date.UTC(2026, 11, 1, 9);
const iso = (minute: number) => new Date(nine + minute * 60_000).toISOString();
const during = (from: number, to: number) => `[${iso(from)},${iso(to)})`;

async function aBlock(who: TestPractice): Promise<string> {
  const id = newId();
  await who.as('administrator', (tx) =>
    tx.rows('blocks').insert({
      practice_id: who.id,
      id,
      resource_id: who.clinician,
      kind: 'meeting',
      starts_at: new Date(nine),
      ends_at: new Date(nine + 60_000),
      created_by: who.administrator,
    }),
  );
  return id;
}
const rowOf = (who: TestPractice, block: string, wish: Wish, range = during(wish.from, wish.to)) => ({
  practice_id: who.id,
  id: newId(),
  resource_id: wish.resource,
  lane: wish.lane ?? 0,
  during: range,
  block_id: block,
});
/** Holds, or fails by the constraint; answers the hold's id. */
async function hold(wish: Wish, who = practice): Promise<string> {
  const row = rowOf(who, await aBlock(who), wish);
  await who.as('administrator', (tx) => tx.rows('time_holds').insert(row));
  return row.id;
}
const change = (id: string, values: { during?: string; released_at?: Date | null }) =>
  practice.as('administrator', (tx) => tx.rows('time_holds').where({ practice_id: practice.id, id }).update(values));

test('an hour and the next touch without overlapping; one minute more and they do not fit', async () => {
  const resource = newId();
  await hold({ resource, from: 60, to: 120 });
  await expect(hold({ resource, from: 120, to: 180 })).resolves.toBeTruthy();
  await expect(hold({ resource, from: 0, to: 60 })).resolves.toBeTruthy();
  expect(await refusal(hold({ resource, from: 119, to: 121 }))).toBe('23P01');
  expect(await refusal(hold({ resource, from: 70, to: 80 }))).toBe('23P01');
});

test('another resource, another lane and another practice are other times', async () => {
  const resource = newId();
  await hold({ resource, from: 0, to: 60 });
  await expect(hold({ resource: newId(), from: 0, to: 60 })).resolves.toBeTruthy();
  await expect(hold({ resource, from: 0, to: 60, lane: 1 })).resolves.toBeTruthy();
  await expect(hold({ resource, from: 0, to: 60 }, await aPractice(world()))).resolves.toBeTruthy();
  expect(await refusal(hold({ resource, from: 0, to: 60, lane: 1 }))).toBe('23P01');
});

test('what is released is free again, and can be taken back only while it is', async () => {
  const resource = newId();
  const first = await hold({ resource, from: 0, to: 60 });
  await change(first, { released_at: new Date(nine) });
  await expect(change(first, { released_at: null })).resolves.toBe(1);
  await change(first, { released_at: new Date(nine) });
  await hold({ resource, from: 30, to: 90 });
  expect(await refusal(change(first, { released_at: null }))).toBe('23P01');
});

test('a hold moves over its own old time; two that swap are released first', async () => {
  const resource = newId();
  const [a, b] = [await hold({ resource, from: 0, to: 60 }), await hold({ resource, from: 60, to: 120 })];
  const free = await hold({ resource, from: 300, to: 360 });
  await expect(change(free, { during: during(330, 390) })).resolves.toBe(1);
  const swap = (tx: PracticeTx) =>
    tx.all`update time_holds h set during = o.during from time_holds o
            where h.practice_id = ${practice.id} and o.practice_id = ${practice.id}
              and (h.id, o.id) in ((${a}, ${b}), (${b}, ${a}))`;
  expect(await refusal(practice.as('administrator', swap))).toBe('23P01');
  await practice.as('administrator', async (tx) => {
    const both = tx.rows('time_holds').where({ practice_id: practice.id }).whereIn('id', [a, b]);
    await both.clone().update({ released_at: new Date(nine) });
    await swap(tx);
    await both.clone().update({ released_at: null });
  });
  const first = await practice.as(
    'administrator',
    (tx) =>
      tx.one`select lower(during) = ${new Date(nine + 3_600_000)} as later from time_holds where practice_id = ${practice.id} and id = ${a}`,
  );
  expect(first).toEqual({ later: true });
});

test.each([
  ['empty', '[2026-12-01 09:00+00,2026-12-01 09:00+00)'],
  ['without a beginning', '(,2026-12-01 09:00+00)'],
  ['without an end', '[2026-12-01 09:00+00,)'],
  ['endless', '[2026-12-01 09:00+00,infinity)'],
  ['with its last instant', '[2026-12-01 09:00+00,2026-12-01 10:00+00]'],
  ['without its first instant', '(2026-12-01 09:00+00,2026-12-01 10:00+00)'],
])('a time that is %s is refused', async (_, range) => {
  const row = rowOf(practice, await aBlock(practice), { resource: newId(), from: 0, to: 60 }, range);
  expect(await refusal(practice.as('administrator', (tx) => tx.rows('time_holds').insert(row)))).toBe('23514');
});

test('a hold belongs to an appointment or a block, and to one of them', async () => {
  const row = { ...rowOf(practice, await aBlock(practice), { resource: newId(), from: 0, to: 60 }), block_id: null };
  expect(await refusal(practice.as('administrator', (tx) => tx.rows('time_holds').insert(row)))).toBe('23514');
});

test('of several wishes in one statement those that fit are counted, and the transaction goes on', async () => {
  const resource = newId();
  const block = await aBlock(practice);
  await hold({ resource, from: 0, to: 60 });
  const rows = [
    rowOf(practice, block, { resource, from: 30, to: 90 }),
    rowOf(practice, block, { resource: newId(), from: 30, to: 90 }),
  ];
  const taken = await practice.as('administrator', async (tx) => {
    const answer = (await tx
      .rows('time_holds')
      .insert(rows)
      .onConflict(tx.rows.raw('on constraint time_holds_free'))
      .ignore()) as unknown as { rowCount: number };
    await tx.one`select 1`;
    return answer.rowCount;
  });
  expect(taken).toBe(1);
});

test('whatever 60 people at once take, give back and shift, no two hold the same time, and none deadlocks', async () => {
  const resources = times(4, () => newId()).toSorted();
  const block = await aBlock(practice);
  // a fixed sequence: the same wishes in every run
  let seed = 7;
  const pick = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const wishes = times(60, () => {
    const from = pick(40) * 15;
    return { from, to: from + 15 * (1 + pick(6)), of: resources.filter(() => pick(2) === 0), giveBack: pick(3) === 0 };
  });
  const answers = await Promise.allSettled(
    wishes.map((wish) =>
      practice.as('administrator', async (tx) => {
        const rows = wish.of.map((resource) => rowOf(practice, block, { resource, from: wish.from, to: wish.to }));
        if (rows.length === 0) return;
        await tx.rows('time_holds').insert(rows).onConflict(tx.rows.raw('on constraint time_holds_free')).ignore();
        if (!wish.giveBack) return;
        await tx
          .rows('time_holds')
          .where({ practice_id: practice.id })
          .whereIn(
            'id',
            rows.map((row) => row.id),
          )
          .update({ released_at: new Date(nine) });
      }),
    ),
  );
  expect(answers.filter((one) => one.status === 'rejected')).toEqual([]);
  const { rows } = await asSuperuser(world().urls, (sql) =>
    sql.query<{ held: number; clashes: number }>(
      `with h as (select * from kept.time_holds where resource_id = any($1) and released_at is null)
       select (select count(*)::int from h) as held,
              (select count(*)::int from h a join h b on a.resource_id = b.resource_id and a.lane = b.lane and a.id < b.id and a.during && b.during) as clashes`,
      [resources],
    ),
  );
  expect(rows[0]?.clashes).toBe(0);
  expect(rows[0]?.held).toBeGreaterThan(8);
});

test('what is busy is busy for every planner, whatever else she may see: ranges and ids, of her practice, not released', async () => {
  const resource = newId();
  const released = await hold({ resource, from: 60, to: 120 });
  await change(released, { released_at: new Date(nine) });
  await hold({ resource, from: 0, to: 60 });
  const busy = (role: 'front_desk' | 'clinician' | 'biller', who = practice, from = 0, to = 600) =>
    who.as(
      role,
      (tx) =>
        tx.all`select resource_id, lane, during, appointment_id from kernel.busy(array[${resource}::uuid], ${new Date(nine + from * 60_000)}, ${new Date(nine + to * 60_000)})`,
    );
  const all = await busy('front_desk');
  expect(all).toEqual([{ resource_id: resource, lane: 0, during: expect.any(String), appointment_id: null }]);
  expect(await busy('clinician')).toEqual(all);
  expect(await busy('front_desk', practice, 60, 120)).toEqual([]);
  expect(await busy('front_desk', await aPractice(world()))).toEqual([]);
});
