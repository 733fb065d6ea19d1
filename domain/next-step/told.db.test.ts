import { aPractice, aWorld, anAppointment } from '../../tests/builders/practice';
import { asSuperuser } from '../../tests/builders/sql';
import { planAppointment } from '../reminders/plan-appointment';
import { addHours, instantOf } from '../time/instant';

const world = aWorld();
const now = instantOf(Date.UTC(2027, 0, 4, 17));

test('open screens hear of a plan once, and again only when it says something else', async () => {
  const practice = await aPractice(world());
  const id = await anAppointment(practice, { at: addHours(now, 7 * 24), now });
  const told = () =>
    asSuperuser(world().urls, async (sql) => {
      const { rows } = await sql.query<{ n: number }>(
        "select count(*)::int as n from kernel.outbox where kind = 'next_step' and ref_id = $1",
        [id],
      );
      return rows[0]?.n;
    });
  const plan = (at = now) =>
    practice.as({ practiceId: practice.id, service: 'core' }, (tx) => planAppointment(tx, id), at);
  await plan();
  expect(await told()).toBe(1);
  await plan();
  expect(await told()).toBe(1);
  await plan(addHours(now, 7 * 24 - 1)); // every reminder would come too late: the question about who did not come is next
  expect(await told()).toBe(2);
});
