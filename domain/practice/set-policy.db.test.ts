import { aClient, aPractice, aWorld, anAppointment } from '../../tests/builders/practice';
import { asSuperuser } from '../../tests/builders/sql';
import { planAppointment } from '../reminders/plan-appointment';
import { addHours, addMinutes, instantOf } from '../time/instant';
import { practiceOf } from './policy';
import { setPolicy } from './set-policy';

const world = aWorld();
const rules = {
  changeFreeHours: 48,
  missingGraceMinutes: 30,
  noteGraceHours: 24,
  quietFromMinute: 0,
  quietUntilMinute: 0,
};

test('new rules hold from now on, reminders stay, and what waits for a time is told to look again', async () => {
  const practice = await aPractice(world());
  const before = await practice.as('front_desk', (tx) => practiceOf(tx));
  const clientId = await aClient(practice, { contacts: [], consents: [] });
  const at = addHours(instantOf(Date.now()), 48);
  const id = await anAppointment(practice, { clientId, at, doubleBook: true });
  const plan = () =>
    practice.as({ practiceId: practice.id, service: 'core' }, (tx) => planAppointment(tx, id)) as Promise<object>;
  expect(await plan()).toMatchObject({ step: 'ask_missing', due: addMinutes(at, 15) });

  const told = () =>
    asSuperuser(world().urls, async (sql) => {
      const { rows } = await sql.query<{ n: number }>(
        "select count(*)::int as n from kernel.outbox where kind = 'appointment' and ref_id = $1",
        [id],
      );
      return rows[0]?.n ?? 0;
    });
  const earlier = await told();
  await practice.as('administrator', (tx) => setPolicy(tx, { ...rules, replaces: before.policyId }));
  expect(await told()).toBe(earlier + 1);
  const { policy } = await practice.as('front_desk', (tx) => practiceOf(tx));
  expect(policy).toEqual({ ...rules, reminders: before.policy.reminders });
  expect(await plan()).toMatchObject({ step: 'ask_missing', due: addMinutes(at, 30) });
});

test('of two who decide on the same rules one is told that others have set them since', async () => {
  const practice = await aPractice(world());
  const { policyId: replaces } = await practice.as('administrator', (tx) => practiceOf(tx));
  const both = [48, 72].map((changeFreeHours) =>
    practice.as('administrator', (tx) => setPolicy(tx, { ...rules, changeFreeHours, replaces })),
  );
  const refused = (await Promise.allSettled(both)).filter(({ status }) => status === 'rejected');
  expect(refused).toEqual([{ status: 'rejected', reason: expect.objectContaining({ code: 'stale_version' }) }]);
});
