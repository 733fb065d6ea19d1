import { newId } from '../../domain/ids';
import { aPractice, aWorld, times } from '../builders/practice';
import { asSuperuser } from '../builders/sql';

const world = aWorld();

interface Hit {
  readonly allowed: boolean;
  readonly until: Date;
}
const hit = async (key: string, max: number, window = '1 hour'): Promise<Hit | undefined> =>
  (
    await world().app.kernel.raw<{ rows: Hit[] }>('select * from kernel.hit_limit(?, ?, ?::interval)', [
      key,
      max,
      window,
    ])
  ).rows[0];

test('of 50 at once each gets a number of her own, and none is left out', async () => {
  const practice = await aPractice(world());
  const next = () =>
    practice.as('administrator', (tx) => tx.one<{ n: number }>`select kernel.next_number('claim', 100) as n`);
  const numbers = (await Promise.all(times(50, next))).map((row) => row?.n ?? 0);
  expect(numbers.toSorted((a, b) => a - b)).toEqual(times(50, (n) => 100 + n));
});

test('a number that was rolled back is given to the next', async () => {
  const practice = await aPractice(world());
  const next = () => practice.as('administrator', (tx) => tx.one`select kernel.next_number('claim') as n`);
  await practice
    .as('administrator', async (tx) => {
      await tx.one`select kernel.next_number('claim') as n`;
      throw new Error('never mind');
    })
    .catch(() => undefined);
  expect(await next()).toEqual({ n: 1 });
});

test('each kind and each practice counts for itself', async () => {
  const [one, two] = [await aPractice(world()), await aPractice(world())];
  const next = (practice: typeof one, kind: string) =>
    practice.as('administrator', (tx) => tx.one`select kernel.next_number(${kind}) as n`);
  await next(one, 'a');
  expect([await next(one, 'a'), await next(one, 'b'), await next(two, 'a')]).toEqual([{ n: 2 }, { n: 1 }, { n: 1 }]);
});

test('of 200 at once a limit of ten lets exactly ten through', async () => {
  const key = newId();
  const hits = await Promise.all(times(200, () => hit(key, 10)));
  expect(hits.filter((one) => one?.allowed)).toHaveLength(10);
  expect(new Set(hits.map((one) => one?.until.getTime())).size).toBe(1);
});

test('hits that were refused do not prolong the window; when it is over, counting begins anew', async () => {
  const key = newId();
  const first = await hit(key, 1);
  expect(first?.allowed).toBe(true);
  expect(await hit(key, 1)).toEqual({ allowed: false, until: first?.until });
  await asSuperuser(world().urls, (sql) =>
    sql.query("update kernel.rate_limits set until = clock_timestamp() - interval '1 ms' where key = $1", [key]),
  );
  expect((await hit(key, 1))?.allowed).toBe(true);
  expect((await hit(key, 1))?.allowed).toBe(false);
});

test('a limit that is forgotten begins anew, and old ones are swept away', async () => {
  const [forgotten, old, current] = [newId(), newId(), newId()];
  for (const key of [forgotten, old, current]) await hit(key, 1);
  await world().app.kernel.raw('select kernel.forget_limit(?)', [forgotten]);
  expect((await hit(forgotten, 1))?.allowed).toBe(true);
  await asSuperuser(world().urls, (sql) =>
    sql.query("update kernel.rate_limits set until = clock_timestamp() - interval '1 ms' where key = $1", [old]),
  );
  await world().worker.kernel.raw('select kernel.forget_old_limits()');
  const { rows } = await asSuperuser(world().urls, (sql) =>
    sql.query('select key from kernel.rate_limits where key = any($1)', [[old, current]]),
  );
  expect(rows).toEqual([{ key: current }]);
});
