import { aPractice, aWorld, anAppointment, zone } from '../../tests/builders/practice';
import { planAppointment } from '../reminders/plan-appointment';
import { instantAt } from '../time/wall-time';
import { listPlannedMessages } from './list-planned-messages';

const world = aWorld();
const now = instantAt('2026-12-01T10:00', zone);

test('what goes out next is the plan that the workflow follows, soonest first, and can be narrowed to a channel', async () => {
  const practice = await aPractice(world());
  const later = await anAppointment(practice, { start: '2026-12-09T14:00', now });
  const sooner = await anAppointment(practice, { start: '2026-12-03T09:00', now });
  for (const id of [later, sooner])
    await practice.as({ practiceId: practice.id, service: 'core' }, (tx) => planAppointment(tx, id, 0), now);
  const list = (filter: Parameters<typeof listPlannedMessages>[1]) =>
    practice.as(
      'front_desk',
      async (tx) => (await listPlannedMessages(tx, filter, { order: 'ASC', offset: 0, limit: 50 })).rows,
      now,
    );
  expect((await list({})).map(({ appointmentId, kind, channel }) => [appointmentId, kind, channel])).toEqual([
    [sooner, 'reminder_48h', 'sms'],
    [later, 'reminder_72h', 'email'],
  ]);
  expect((await list({ channel: 'email' })).map((one) => one.id)).toEqual([later]);
  expect(await list({ ids: [later] })).toHaveLength(1);
});
