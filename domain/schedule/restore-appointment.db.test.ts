import { type TestPractice, aPractice, aWorld, anAppointment, zone } from '../../tests/builders/practice';
import { instantAt } from '../time/wall-time';
import { readAppointment } from './appointment';
import { cancelAppointment } from './cancel-appointment';
import { missAppointment } from '../visits/miss-appointment';
import { type Restoring, restoreAppointment } from './restore-appointment';

const world = aWorld();
const now = instantAt('2027-03-01T08:00', zone);
const [ten, three] = ['2027-03-02T10:00', '2027-03-02T15:00'];

async function aCancelled(practice: TestPractice): Promise<string> {
  const id = await anAppointment(practice, { start: ten, now });
  await practice.as(
    'front_desk',
    (tx) => cancelAppointment(tx, { id, version: 1, reason: 'client_asked', byClient: true }),
    now,
  );
  return id;
}
const restore = (practice: TestPractice, id: string, more: Partial<Restoring> = {}, at = now) =>
  practice.as('front_desk', (tx) => restoreAppointment(tx, { id, version: 2, ...more }), at);
const read = (practice: TestPractice, id: string) => practice.as('front_desk', (tx) => readAppointment(tx, id));
const events = (practice: TestPractice, id: string) =>
  practice.as('front_desk', async (tx) => {
    const rows = await tx.rows('timeline').where({ practice_id: practice.id, ref_id: id }).orderBy('id');
    return rows.map(({ code }) => code);
  });

test('a cancelled appointment comes back at its time', async () => {
  const practice = await aPractice(world());
  const id = await aCancelled(practice);
  await restore(practice, id);
  expect(await read(practice, id)).toMatchObject({
    state: 'scheduled',
    startsAt: instantAt(ten, zone),
    cancel_kind: null,
    occurrence: 1,
  });
});

test('where someone else has the time now, it comes back at another by one command, and holds that', async () => {
  const practice = await aPractice(world());
  const id = await aCancelled(practice);
  await anAppointment(practice, { start: ten, now });
  await expect(restore(practice, id)).rejects.toMatchObject({
    code: 'slot_taken',
    params: { taken: ['clinician'], alternatives: expect.arrayContaining([expect.any(Number)]) as number[] },
  });
  await restore(practice, id, { start: three });
  // what a reminder would state is another now
  expect(await read(practice, id)).toMatchObject({
    state: 'scheduled',
    startsAt: instantAt(three, zone),
    local_start: `${three}:00`,
    occurrence: 2,
  });
  expect((await events(practice, id)).slice(-2)).toEqual(['appointment.restored', 'appointment.moved']);
  await expect(anAppointment(practice, { start: three, now })).rejects.toMatchObject({ code: 'slot_taken' });
});

test('the other time has to be free as well, unless a person books on top of it', async () => {
  const practice = await aPractice(world());
  const id = await aCancelled(practice);
  await anAppointment(practice, { start: three, now });
  await expect(restore(practice, id, { start: three })).rejects.toMatchObject({ code: 'slot_taken' });
  await restore(practice, id, { start: three, doubleBook: true });
  expect(await read(practice, id)).toMatchObject({ state: 'scheduled', startsAt: instantAt(three, zone) });
});

test('nothing comes back into the past, and a no-show stays when it was', async () => {
  const practice = await aPractice(world());
  const id = await aCancelled(practice);
  await expect(restore(practice, id, { start: '2027-02-26T10:00' })).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ pointer: '/start', code: 'starts_in_past' }],
  });
  const late = instantAt('2027-03-02T10:01', zone);
  await expect(restore(practice, id, { start: three }, late)).rejects.toMatchObject({ code: 'wrong_state' });

  const missed = await anAppointment(practice, { start: three, now });
  const later = instantAt('2027-03-02T16:30', zone);
  await practice.as('front_desk', (tx) => missAppointment(tx, { id: missed, version: 1 }), later);
  const tomorrow = { start: '2027-03-03T10:00' };
  await expect(restore(practice, missed, tomorrow, later)).rejects.toMatchObject({ code: 'wrong_state' });
  await restore(practice, missed, { start: three }, later);
  expect(await read(practice, missed)).toMatchObject({ state: 'scheduled', startsAt: instantAt(three, zone) });
});
