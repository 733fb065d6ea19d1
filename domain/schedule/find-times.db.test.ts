import { aClient, aPractice, aWorld, anAppointment, zone } from '../../tests/builders/practice';
import { addHours, instantOf } from '../time/instant';
import { instantAt, wallTimeAt } from '../time/wall-time';
import { findTimes } from './find-times';

const world = aWorld();
const now = instantAt('2027-03-01T12:00', zone);
/** A Monday at noon. */
const at = addHours(now, 7 * 24);

test('a taken time is told with whose it is, and what is free near it', async () => {
  const practice = await aPractice(world());
  await anAppointment(practice, { at, now });
  const clientId = await aClient(practice);
  const wish = { clientId, clinicianId: practice.clinician, typeId: practice.types['therapy'] ?? '' };
  const find = (start: string) => practice.as('front_desk', (tx) => findTimes(tx, { ...wish, start }), now);
  const found = await find('2027-03-08T12:30');
  expect(found).toMatchObject({ taken: true, takenBy: ['clinician'] });
  expect(found.times.map(({ start }) => start)).not.toContain('2027-03-08T12:30');
  expect(found.times.every(({ start, startsAt }) => wallTimeAt(instantOf(startsAt), zone) === start)).toBe(true);
  expect(await find('2027-03-08T15:00')).toMatchObject({ taken: false, takenBy: [] });
});

test('what is being moved is not in its own way', async () => {
  const practice = await aPractice(world());
  const appointmentId = await anAppointment(practice, { at, now });
  const wish = {
    clinicianId: practice.clinician,
    typeId: practice.types['therapy'] ?? '',
    start: '2027-03-08T12:15',
    appointmentId,
  };
  const found = await practice.as('front_desk', (tx) => findTimes(tx, wish), now);
  expect(found.taken).toBe(false);
  expect(found.times.map(({ start }) => start)).toContain('2027-03-08T12:15');
});

test('whose time it is has to be in sight', async () => {
  const [practice, other] = [await aPractice(world()), await aPractice(world())];
  const typeId = practice.types['therapy'] ?? '';
  const start = '2027-03-08T12:15';
  const wish = { clinicianId: practice.clinician, typeId, start };
  const find = (more: object) => practice.as('front_desk', (tx) => findTimes(tx, { ...wish, ...more }), now);
  const theirs = await anAppointment(other, { at, now });
  await expect(find({ appointmentId: theirs })).rejects.toMatchObject({ code: 'not_found' });
  await expect(find({ roomId: theirs })).rejects.toMatchObject({ code: 'not_found' });
  await expect(find({ clinicianId: other.clinician })).rejects.toMatchObject({ code: 'not_found' });
});
