import { aPractice, aWorld, anAppointment, zone } from '../../tests/builders/practice';
import { instantAt } from '../time/wall-time';
import { blockTime } from './block-time';
import { listOpenings } from './list-openings';

const world = aWorld();
const now = instantAt('2027-03-01T08:00', zone);

test('free stretches of a day are working hours less what is held, the buffer included; a full day gives the next one', async () => {
  const practice = await aPractice(world());
  await anAppointment(practice, { start: '2027-03-01T10:00', now });
  const openings = (at = now) => practice.as('front_desk', (tx) => listOpenings(tx, { day: '2027-03-01' }), at);
  const first = await openings();
  expect(first.openings.map(({ start, minutes }) => [start.slice(11), minutes])).toEqual([
    ['09:00', 60],
    ['11:00', 360],
  ]);
  expect(first.openings.every(({ clinicianId }) => clinicianId === practice.clinician)).toBe(true);

  await practice.as(
    'front_desk',
    (tx) =>
      blockTime(tx, {
        resourceId: practice.clinician,
        kind: 'leave',
        title: null,
        start: '2027-03-01T11:00',
        minutes: 360,
      }),
    now,
  );
  const later = await openings(instantAt('2027-03-01T09:45', zone));
  expect([later.day, later.openings.map(({ start }) => start)]).toEqual(['2027-03-02', ['2027-03-02T09:00']]);
});

test('a clinician learns when her colleagues are free, and nothing else of their day', async () => {
  const practice = await aPractice(world());
  await anAppointment(practice, { start: '2027-03-01T10:00', now });
  const { openings } = await practice.as('clinician', (tx) => listOpenings(tx, { day: '2027-03-01' }), now);
  expect(openings.map(({ start }) => start.slice(11))).toEqual(['09:00', '11:00']);
});

test('found are the next days on which one of those asked for has long enough, by the practice’s clock', async () => {
  const practice = await aPractice(world());
  const friday = '2027-03-12';
  await anAppointment(practice, { start: `${friday}T12:00`, now });
  const find = (more = {}) =>
    practice.as('front_desk', (tx) => listOpenings(tx, { day: friday, days: 2, minutes: 180, ...more }), now);
  const found = await find();
  // on Sunday the clocks go forward: on Monday nine is an hour earlier, and nine all the same
  expect(found.openings.map(({ start, minutes }) => [start, minutes])).toEqual([
    [`${friday}T09:00`, 180],
    [`${friday}T13:00`, 240],
    ['2027-03-15T09:00', 480],
  ]);
  expect((await find({ minutes: 200 })).openings.map(({ start }) => start)).toEqual([
    `${friday}T13:00`,
    '2027-03-15T09:00',
  ]);
  expect(await find({ clinicianIds: [practice.administrator] })).toEqual({ day: friday, openings: [] });
});
