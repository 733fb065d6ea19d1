import { aClient, aPractice, aWorld, anAppointment, zone } from '../../tests/builders/practice';
import { instantAt } from '../time/wall-time';
import { listWork } from './list-work';
import { openWorkItem } from './open-work-item';

const world = aWorld();
const now = instantAt('2026-12-01T10:00', zone);
const contacts = [
  { kind: 'phone', value: '(212) 555-0199', leaveMessage: true },
  { kind: 'mobile', value: '(212) 555-0142', leaveMessage: false },
] as const;

test('work about an appointment brings what its next action needs: the version, and the mobile before the landline', async () => {
  const practice = await aPractice(world());
  const clientId = await aClient(practice, { contacts, consents: [] });
  const id = await anAppointment(practice, { clientId, start: '2026-12-01T14:00', now });
  await practice.as({ practiceId: practice.id, service: 'core' }, (tx) =>
    openWorkItem(tx, { cause: 'client_missing', entity: 'appointment', refId: id, clientId }),
  );
  const { rows } = await practice.as('front_desk', (tx) => listWork(tx, {}, { order: 'ASC', offset: 0, limit: 10 }));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    phone: { number: '+12125550142', leaveMessage: false },
    appointment: { id, version: 1, state: 'scheduled', clinicianName: 'Dr. Reyes' },
  });
});

test('work about no client has neither phone nor appointment', async () => {
  const practice = await aPractice(world());
  await practice.as({ practiceId: practice.id, service: 'core' }, (tx) =>
    openWorkItem(tx, { cause: 'outbox_parked', entity: 'outbox', refId: practice.id }),
  );
  const { rows } = await practice.as('administrator', (tx) => listWork(tx, {}, { order: 'ASC', offset: 0, limit: 10 }));
  expect(rows[0]).toMatchObject({ phone: null, appointment: null, clientName: null });
});
