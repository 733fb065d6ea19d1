import { aClient, aPractice, aWorld, anAppointment, zone } from '../../tests/builders/practice';
import { type Instant, addHours, instantOf } from '../time/instant';
import { instantAt, wallTimeAt } from '../time/wall-time';
import { bookConsequences, cancelConsequences, moveConsequences, restoreConsequences } from './consequences';
import { cancelAppointment } from './cancel-appointment';
import { confirmAppointment } from './confirm-appointment';

const world = aWorld();
/** A Monday at noon, so that nothing falls into a quiet night by chance. */
const now = instantAt('2027-03-01T12:00', zone);
const inAWeek = addHours(now, 7 * 24);

test('booking tells which reminders will go out, and why none does', async () => {
  const practice = await aPractice(world());
  const [reachable, silent] = [await aClient(practice), await aClient(practice, { consents: [] })];
  const ask = (clientId: string, startsAt = inAWeek) =>
    practice.as('front_desk', (tx) => bookConsequences(tx, { clientId, startsAt }), now);
  expect(await ask(reachable)).toEqual([
    { code: 'books', at: inAWeek },
    { code: 'reminder', at: addHours(inAWeek, -72), channel: 'email' },
    { code: 'reminder', at: addHours(inAWeek, -48), channel: 'sms' },
    { code: 'reminder', at: addHours(inAWeek, -2), channel: 'sms' },
  ]);
  expect((await ask(silent)).at(-1)).toEqual({ code: 'no_reminder', why: 'unreachable' });
  expect((await ask(reachable, addHours(now, 0.5))).at(-1)).toEqual({ code: 'no_reminder', why: 'too_soon' });
});

test('moving a confirmed appointment says that the confirmation lapses, and what is planned anew', async () => {
  const practice = await aPractice(world());
  const id = await anAppointment(practice, { at: inAWeek, now });
  await practice.as('front_desk', (tx) => confirmAppointment(tx, { id, version: 1, by: 'staff' }), now);
  const to = addHours(inAWeek, 24);
  const told = await practice.as('front_desk', (tx) => moveConsequences(tx, id, { startsAt: to }), now);
  expect(told.slice(0, 3)).toEqual([
    { code: 'moves', at: to },
    { code: 'frees_time', at: inAWeek },
    { code: 'confirmation_lapses', at: inAWeek },
  ]);
  const reminders = told.slice(3).map((one) => ('at' in one ? wallTimeAt(instantOf(one.at), zone).slice(0, 13) : ''));
  expect(reminders).toEqual(['2027-03-06T11', '2027-03-07T11', '2027-03-09T09']);
});

test('a change of length alone moves nothing, lets a confirmation hold, and tells nobody', async () => {
  const practice = await aPractice(world());
  const id = await anAppointment(practice, { at: inAWeek, now });
  await practice.as('front_desk', (tx) => confirmAppointment(tx, { id, version: 1, by: 'staff' }), now);
  const ask = (more: object) =>
    practice.as('front_desk', (tx) => moveConsequences(tx, id, { startsAt: inAWeek, minutes: 75, ...more }), now);
  expect(await ask({})).toEqual([{ code: 'lasts', at: addHours(inAWeek, 1.25) }]);
  expect((await ask({ modality: 'telehealth' })).map(({ code }) => code)).toContain('confirmation_lapses');
});

test('restoring is told for what is off, and refused for what is not', async () => {
  const practice = await aPractice(world());
  const id = await anAppointment(practice, { at: inAWeek, now });
  const ask = (to?: Instant) => practice.as('front_desk', (tx) => restoreConsequences(tx, id, to), now);
  await expect(ask()).rejects.toMatchObject({ code: 'wrong_state' });
  const consequences = await practice.as('front_desk', (tx) => cancelConsequences(tx, id), now);
  expect(consequences.map(({ code }) => code)).toEqual(['cancels', 'frees_time', 'tells_nobody', 'in_time']);
  await practice.as(
    'front_desk',
    (tx) => cancelAppointment(tx, { id, version: 1, reason: 'client_asked', byClient: true }),
    now,
  );
  expect((await ask()).map(({ code }) => code)).toEqual(['restores', 'reminder', 'reminder', 'reminder']);
  const soon = addHours(now, 3);
  expect(await ask(soon)).toMatchObject([
    { code: 'restores', at: soon },
    { code: 'reminder', channel: 'sms' },
  ]);
});
