import { newId } from '../../domain/ids';
import { type TestPractice, aPractice, aWorld, times } from '../builders/practice';
import { aBarrier, asSuperuser, connected, until } from '../builders/sql';

interface Taken {
  readonly id: number;
  readonly practice_id: string;
  readonly kind: string;
  readonly ref_id: string;
  readonly attempts: number;
}

const world = aWorld();
let practice: TestPractice;
beforeAll(async () => {
  practice = await aPractice(world());
});
/** The outbox is one for all: each test begins with an empty one. */
beforeEach(() => asSuperuser(world().urls, (sql) => sql.query('delete from kernel.outbox')));

const announce = (...ids: string[]) =>
  practice.as('administrator', async (tx) => {
    for (const id of ids) await tx.announce('room' as 'client', id);
  });
const take = async (n: number, lease = '30 s') =>
  (await world().worker.kernel.raw<{ rows: Taken[] }>('select * from kernel.take_outbox(?, ?::interval)', [n, lease]))
    .rows;
const done = (ids: number[]) => world().worker.kernel.raw('select kernel.outbox_done(?::bigint[])', [ids]);
const fail = async (id: number, max: number) =>
  (
    await world().worker.kernel.raw<{ rows: { parked: boolean }[] }>(
      "select kernel.outbox_failed(?, 'X', ?) as parked",
      [id, max],
    )
  ).rows[0]?.parked;
const state = async () =>
  (
    await world().worker.kernel.raw<{ rows: { waiting: number; parked: number }[] }>(
      'select waiting, parked from kernel.outbox_state()',
    )
  ).rows[0];
/** Time passes for the outbox: leases run out, waits end. */
const later = () =>
  asSuperuser(world().urls, (sql) =>
    sql.query(
      "update kernel.outbox set leased_until = leased_until - interval '1 hour', next_at = next_at - interval '1 hour'",
    ),
  );
const refs = (rows: readonly Taken[]) => rows.map((row) => row.ref_id);

test('what was told is there after COMMIT with its practice, and not after ROLLBACK', async () => {
  const [kept, lost] = [newId(), newId()];
  await announce(kept);
  await practice
    .as('administrator', async (tx) => {
      await tx.announce('client', lost);
      throw new Error('never mind');
    })
    .catch(() => undefined);
  expect(await take(10)).toEqual([expect.objectContaining({ practice_id: practice.id, ref_id: kept, attempts: 1 })]);
});

test('a leased row is taken by nobody else until its lease has run out', async () => {
  await announce(newId());
  const [first] = await take(10);
  expect(await take(10)).toEqual([]);
  await later();
  expect(await take(10)).toEqual([{ ...first, attempts: 2 }]);
});

test('done is gone', async () => {
  await announce(newId(), newId());
  await done((await take(10)).map((row) => row.id));
  expect(await state()).toEqual({ waiting: 0, parked: 0 });
});

test('a row that failed waits longer each time, and is parked at the last try', async () => {
  await announce(newId());
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const [row] = await take(1);
    expect(await fail(row?.id ?? 0, 4)).toBe(attempt === 4);
    const { rows } = await asSuperuser(world().urls, (sql) =>
      sql.query<{ ms: number }>(
        'select (extract(epoch from next_at - clock_timestamp()) * 1000)::float8 as ms from kernel.outbox',
      ),
    );
    waits.push(rows[0]?.ms ?? 0);
    expect(await take(1)).toEqual([]);
    await later();
  }
  // 0.4 s, doubled each time; the clock has run a little
  expect(waits.map((ms, n) => ms > 200 * 2 ** n && ms <= 400 * 2 ** n)).toEqual([true, true, true, true]);
  expect(await take(1)).toEqual([]);
  expect(await state()).toEqual({ waiting: 0, parked: 1 });
});

test('a parked row does not hold up its key', async () => {
  const id = newId();
  await announce(id);
  await fail((await take(1))[0]?.id ?? 0, 1);
  await announce(id);
  expect(refs(await take(10))).toEqual([id]);
});

test('a row that waits for its next try does not hold up its key: all it says is "look again"', async () => {
  const id = newId();
  await announce(id);
  await fail((await take(1))[0]?.id ?? 0, 20);
  await announce(id);
  expect(refs(await take(10))).toEqual([id]);
});

test('rows of one key come together, in their order, and nobody else has a row of it meanwhile', async () => {
  const id = newId();
  await announce(id, newId(), id);
  const taken = await take(10);
  expect(taken.map((row) => row.id)).toEqual(taken.map((row) => row.id).toSorted((a, b) => a - b));
  await announce(id);
  expect(await take(10)).toEqual([]);
  await done(taken.map((row) => row.id));
  expect(refs(await take(10))).toEqual([id]);
});

test('a batch that ends in the middle of a key leaves the rest of it to nobody else', async () => {
  const id = newId();
  await announce(id, id, id);
  expect(refs(await take(2))).toEqual([id, id]);
  expect(await take(2)).toEqual([]);
});

test('a relay that looks while another has not yet committed its lease does not take the rest of its key', async () => {
  const id = newId();
  await announce(id, id);
  let second: Promise<Taken[]> = Promise.resolve([]);
  await connected(world().urls.worker, async (sql) => {
    await sql.query('begin');
    expect((await sql.query('select * from kernel.take_outbox(1)')).rowCount).toBe(1);
    let settled = false;
    second = take(10).finally(() => (settled = true));
    await asSuperuser(world().urls, (looking) =>
      until(
        async () =>
          settled ||
          (
            await looking.query(
              'select 1 from pg_locks where objid = 7012 and not granted and database = (select oid from pg_database where datname = current_database())',
            )
          ).rowCount === 1,
      ),
    );
    await sql.query('commit');
  });
  expect(await second).toEqual([]);
});

test('of many relays at once each row is taken by one, and each key by one at a time', async () => {
  const keys = times(20, () => newId());
  for (const key of keys) await announce(key, key, key);
  const start = aBarrier(8);
  const holders = new Map<string, number>();
  const seen: number[] = [];
  const clashes: string[] = [];
  const relay = async (me: number) => {
    await start();
    for (;;) {
      const rows = await take(7);
      if (rows.length === 0 && seen.length === 60) return;
      for (const row of rows) {
        if ((holders.get(row.ref_id) ?? me) !== me) clashes.push(row.ref_id);
        holders.set(row.ref_id, me);
      }
      seen.push(...rows.map((row) => row.id));
      for (const row of rows) holders.delete(row.ref_id);
      await done(rows.map((row) => row.id));
    }
  };
  await Promise.all(times(8, relay));
  expect(clashes).toEqual([]);
  expect(new Set(seen).size).toBe(60);
  expect(seen).toHaveLength(60);
});

test('a relay that dies again and again over a row has its tries counted', async () => {
  await announce(newId());
  for (let death = 1; death <= 3; death += 1) {
    expect((await take(1))[0]?.attempts).toBe(death);
    await later();
  }
});

test('telling a workflow notes the wanted version beside its plan, and never a lower one', async () => {
  const id = newId();
  for (const version of [2, 5, 3])
    await practice.as('administrator', (tx) => tx.tell('appointment', id, version, null));
  const step = await practice.as(
    'administrator',
    (tx) =>
      tx.one`select wanted_version, planned_version, kind from next_steps where practice_id = ${practice.id} and id = ${id}`,
  );
  expect(step).toEqual({ wanted_version: 5, planned_version: 0, kind: 'unplanned' });
  expect(await take(10)).toHaveLength(3);
});
