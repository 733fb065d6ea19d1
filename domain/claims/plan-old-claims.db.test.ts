import { aBillingPractice } from '../../tests/builders/billing';
import { someStorage } from '../../tests/builders/clearinghouse';
import { aWorld } from '../../tests/builders/practice';
import { asSuperuser } from '../../tests/builders/sql';
import { planOldClaims } from './plan-old-claims';

const world = aWorld();

test('claims of before that nobody has planned are told once, in portions, and those that are planned are left alone', async () => {
  const practice = await aBillingPractice(world(), someStorage());
  const [old, planned, before] = [await practice.ready(), await practice.ready(), await practice.ready()];
  await asSuperuser(world().urls, async (sql) => {
    await sql.query('delete from kernel.outbox where ref_id = any ($1)', [[old.id, planned.id, before.id]]);
    await sql.query('delete from kept.next_steps where id = $1', [old.id]);
    // planned by a build that did not say what follows
    await sql.query(
      "update kept.next_steps set kind = 'nothing_more', params = '{}', planned_version = wanted_version where id = $1",
      [before.id],
    );
  });
  const told = async () => {
    const { rows } = await asSuperuser(world().urls, (sql) =>
      sql.query('select ref_id from kernel.outbox where ref_id = any ($1)', [[old.id, planned.id, before.id]]),
    );
    return rows.map((row: { ref_id: string }) => row.ref_id);
  };
  const run = () => practice.as({ practiceId: practice.id, service: 'edi' }, (tx) => planOldClaims.batch(tx, null));
  expect(await run()).toEqual({ rows: 2, next: null });
  expect(await told()).toEqual([old.id, before.id]);
  await asSuperuser(world().urls, (sql) =>
    sql.query(`update kept.next_steps set params = '{"ahead": []}' where id = $1`, [before.id]),
  );
  expect(await run()).toEqual({ rows: 0, next: null });
});
