import {
  aClient,
  aPractice,
  aWorld,
  anAppointment,
  fulfilled,
  reasons,
  times,
  zone,
} from '../../tests/builders/practice';
import { instantOf } from '../time/instant';
import { instantAt } from '../time/wall-time';
import { bookAppointment } from './book-appointment';
import { readAppointment } from './appointment';

const world = aWorld();
const now = instantAt('2026-12-01T08:00', zone);
const tuesday = '2026-12-01T14:00';

test('of 200 people booking the same hour, one gets it and 199 hear of free alternatives', async () => {
  const practice = await aPractice(world());
  const clients = await Promise.all(times(200, () => aClient(practice)));
  const answers = await Promise.allSettled(
    clients.map((clientId) => anAppointment(practice, { clientId, start: tuesday, now })),
  );
  expect(fulfilled(answers)).toHaveLength(1);
  expect(reasons(answers)).toEqual(
    times(199, () =>
      expect.objectContaining({
        code: 'slot_taken',
        params: { taken: ['clinician'], alternatives: expect.arrayContaining([expect.any(Number)]) },
      }),
    ),
  );
});

test('two appointments touch without overlapping, the buffer included', async () => {
  const practice = await aPractice(world());
  await anAppointment(practice, { start: '2026-12-01T10:00', now });
  await expect(anAppointment(practice, { start: '2026-12-01T11:00', now })).resolves.toBeTruthy();
  await expect(anAppointment(practice, { start: '2026-12-01T10:55', now })).rejects.toMatchObject({
    code: 'slot_taken',
  });
});

test('a client cannot be in two places, with two clinicians', async () => {
  const practice = await aPractice(world());
  const clientId = await aClient(practice);
  await anAppointment(practice, { clientId, start: tuesday, now });
  const supervisor = await practice.member('supervisor');
  await practice.as('administrator', (tx) =>
    tx.rows('staff').where({ practice_id: practice.id, id: supervisor }).update({ is_clinician: true }),
  );
  await expect(
    anAppointment(practice, { clientId, clinicianId: supervisor, start: tuesday, now }),
  ).rejects.toMatchObject({
    code: 'slot_taken',
    params: { taken: ['client'] },
  });
});

test('a permitted double booking takes the next lane and leaves the first as it was', async () => {
  const practice = await aPractice(world());
  await anAppointment(practice, { start: tuesday, now });
  await anAppointment(practice, { start: tuesday, now, doubleBook: true });
  const lanes = await practice.as(
    'front_desk',
    (tx) =>
      tx.all<{
        lane: number;
      }>`select lane from time_holds where practice_id = ${practice.id} and resource_id = ${practice.clinician} order by lane`,
  );
  expect(lanes.map((row) => row.lane)).toEqual([0, 1]);
});

test('an appointment keeps wall time and zone beside its instant, and its clinician now sees the client', async () => {
  const practice = await aPractice(world());
  const id = await anAppointment(practice, { start: tuesday, now });
  const appointment = await practice.as('clinician', (tx) => readAppointment(tx, id));
  expect(appointment).toMatchObject({
    local_start: '2026-12-01T14:00:00',
    zone,
    state: 'scheduled',
    version: 1,
    occurrence: 1,
  });
  expect(appointment.startsAt).toBe(instantAt(tuesday, zone));
});

test('last week is no time to book, and whoever is no clinician has no hour', async () => {
  const practice = await aPractice(world());
  await expect(anAppointment(practice, { start: '2026-11-20T14:00', now })).rejects.toMatchObject({ code: 'invalid' });
  await expect(
    anAppointment(practice, { start: tuesday, clinicianId: practice.administrator, now }),
  ).rejects.toMatchObject({ code: 'invalid' });
});

test('a client of another practice is not there, and nothing of the attempt stays', async () => {
  const [mine, theirs] = await Promise.all([aPractice(world()), aPractice(world())]);
  const clientId = await aClient(theirs);
  await expect(anAppointment(mine, { clientId, start: tuesday, now })).rejects.toMatchObject({ code: 'not_found' });
  const left = await mine.as('front_desk', (tx) => tx.all`select 1 from appointments where practice_id = ${mine.id}`);
  expect(left).toHaveLength(0);
});

test('a clinician books for her own clients only', async () => {
  const practice = await aPractice(world());
  const [stranger, own] = [await aClient(practice), await aClient(practice, { clinicians: [practice.clinician] })];
  const book = (clientId: string) =>
    practice.as(
      'clinician',
      (tx) =>
        bookAppointment(tx, {
          clientId,
          clinicianId: practice.clinician,
          typeId: practice.types['therapy'] ?? '',
          roomId: null,
          start: tuesday,
        }),
      instantOf(now),
    );
  await expect(book(stranger)).rejects.toMatchObject({ code: 'not_found' });
  await expect(book(own)).resolves.toBeTruthy();
});
