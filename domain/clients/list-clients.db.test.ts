import { aClient, aPractice, aWorld, anAppointment, zone } from '../../tests/builders/practice';
import { instantAt } from '../time/wall-time';
import { addToCareTeam } from './register-client';
import { type ClientFilter, listClients } from './list-clients';

const world = aWorld();
const now = instantAt('2026-12-01T10:00', zone);

async function aDesk() {
  const practice = await aPractice(world());
  const list = (filter: ClientFilter) =>
    practice.as(
      'front_desk',
      async (tx) => (await listClients(tx, filter, { sort: 'name', order: 'ASC', offset: 0, limit: 50 })).rows,
      now,
    );
  return { practice, list };
}

test('a client is found by words of a name, by digits of a number however spaced, and by a birth date', async () => {
  const { practice, list } = await aDesk();
  const clientId = await aClient(practice, {
    firstName: 'Juniper',
    lastName: 'Vale',
    birthDate: '1988-03-09',
    contacts: [{ kind: 'mobile', value: '(212) 555-7788', leaveMessage: true }],
    consents: ['sms'],
  });
  await aClient(practice);
  for (const text of ['juni vale', '555 7788', '(212) 555-7788', '3/9/1988'])
    expect([text, (await list({ text })).map((one) => one.id)]).toEqual([text, [clientId]]);
});

test('accents and short beginnings find a name; a letter inside a name does not', async () => {
  const { practice, list } = await aDesk();
  const clientId = await aClient(practice, { firstName: 'Lucía', lastName: 'Ferreira', preferredName: 'Lu' });
  for (const text of ['lucia', 'LUCÍA fer', 'fe', 'lu', 'l f'])
    expect([text, (await list({ text })).map((one) => one.id)]).toEqual([text, [clientId]]);
  for (const text of ['ei', 'lucia x', '100%']) expect([text, await list({ text })]).toEqual([text, []]);
});

test('clients can be narrowed to a clinician’s, and to those with nothing booked', async () => {
  const { practice, list } = await aDesk();
  const [booked, unbooked] = [await aClient(practice), await aClient(practice)];
  await anAppointment(practice, { clientId: booked, start: '2026-12-08T14:00', now });
  await practice.as('front_desk', (tx) => addToCareTeam(tx, unbooked, [practice.administrator]), now);
  expect((await list({ unbooked: true })).map((one) => one.id)).toEqual([unbooked]);
  expect((await list({ clinicianId: practice.clinician })).map((one) => one.id)).toEqual([booked]);
  expect((await list({ clinicianId: practice.administrator })).map((one) => one.id)).toEqual([unbooked]);
});
