import { aPractice, aWorld } from '../../tests/builders/practice';
import { type Life, aLife, oneText } from '../../tests/builders/protocol';
import { asSuperuser } from '../../tests/builders/sql';
import { addMinutes, instantOf } from '../time/instant';
import { checkIn } from '../visits/check-in';
import { beginVisit, completeVisit } from '../visits/conduct-visit';
import { planOldSignatures } from './plan-old-signatures';

const world = aWorld();

test('visits that were over before Kept asked for signatures are told once; those that wait to be asked are left alone', async () => {
  const practice = await aPractice(world(), { policy: { ...oneText, reminders: [], noteGraceHours: 48 } });
  const visited = async (day: number): Promise<Life> => {
    const life = await aLife(practice, { start: instantOf(Date.UTC(2027, 1, 1 + day, 19)) });
    const id = await practice.as('front_desk', (tx) => checkIn(tx, { appointmentId: life.id, version: 1 }), life.start);
    const clinician = { membershipId: practice.clinician };
    await practice.as(clinician, (tx) => beginVisit(tx, { id, version: 1 }), life.start);
    life.now = addMinutes(life.start, 50);
    await practice.as(clinician, (tx) => completeVisit(tx, { id, version: 2 }), life.now);
    await life.plan();
    return life;
  };
  const [before, asked] = [await visited(1), await visited(2)];
  await asSuperuser(world().urls, async (sql) => {
    await sql.query('delete from kernel.outbox where ref_id = any ($1)', [[before.id, asked.id]]);
    await sql.query("update kept.next_steps set kind = 'nothing_more', step = null, due_at = null where id = $1", [
      before.id,
    ]);
  });
  const service = { practiceId: practice.id, service: 'messages' } as const;
  expect(await practice.as(service, (tx) => planOldSignatures.batch(tx, null))).toEqual({ rows: 1, next: null });
  const { rows } = await asSuperuser(world().urls, (sql) =>
    sql.query('select ref_id from kernel.outbox where ref_id = any ($1)', [[before.id, asked.id]]),
  );
  expect(rows).toEqual([{ ref_id: before.id }]);
  expect(await before.plan()).toMatchObject({ step: 'ask_signature' });
});
