import { aPractice, aWorld, anAppointment, zone } from '../../tests/builders/practice';
import { hoursBetween } from '../time/instant';
import { instantAt } from '../time/wall-time';
import { calendarDays } from './calendar-days';
import { cancelAppointment } from './cancel-appointment';

const world = aWorld();
const now = instantAt('2027-03-01T08:00', zone);

test('an appointment that runs past midnight stands on both days, and on no third', async () => {
  const practice = await aPractice(world());
  const id = await anAppointment(practice, { start: '2027-03-01T23:30', minutes: 60, now });
  const on = async (day: string) => {
    const { appointments, taken } = await practice.as('front_desk', (tx) => calendarDays(tx, { day }), now);
    expect(taken).toEqual([]); // it is seen, so its time is nobody else's
    return appointments.map((one) => one.id);
  };
  expect([await on('2027-02-28'), await on('2027-03-01'), await on('2027-03-02'), await on('2027-03-03')]).toEqual([
    [],
    [id],
    [id],
    [],
  ]);
});

test('an appointment that ends at midnight is none of the next day', async () => {
  const practice = await aPractice(world());
  await anAppointment(practice, { start: '2027-03-01T23:00', minutes: 60, now });
  const next = await practice.as('front_desk', (tx) => calendarDays(tx, { day: '2027-03-02' }), now);
  expect(next.appointments).toEqual([]);
});

test('days of 23 and 25 hours begin and end by the practice’s clock, and each keeps what is its own', async () => {
  const practice = await aPractice(world());
  const starts = ['2027-03-13T23:30', '2027-03-14T00:30', '2027-03-14T23:30', '2027-03-15T00:00', '2027-11-07T23:30'];
  for (const start of starts) await anAppointment(practice, { start, minutes: 20, now });
  const read = (day: string) => practice.as('front_desk', (tx) => calendarDays(tx, { day, days: 3 }), now);
  const [spring, autumn] = [await read('2027-03-13'), await read('2027-11-06')];
  expect(spring.days.map(({ from, to }) => hoursBetween(from, to))).toEqual([24, 23, 24]);
  expect(autumn.days.map(({ from, to }) => hoursBetween(from, to))).toEqual([24, 25, 24]);
  expect(spring.days.map(({ day, count }) => [day, count])).toEqual([
    ['2027-03-13', 1],
    ['2027-03-14', 2],
    ['2027-03-15', 1],
  ]);
  expect(autumn.days.map(({ count }) => count)).toEqual([0, 1, 0]);
  expect([spring.from, spring.to]).toEqual([spring.days[0]?.from, spring.days[2]?.to]);
  // Saturday and Sunday nobody works; on Monday it is nine by the clock again
  expect(spring.hours.map(({ startsAt }) => startsAt)).toEqual([instantAt('2027-03-15T09:00', zone)]);
});

test('an overview counts the appointments of each day that hold time, and brings the first of them', async () => {
  const practice = await aPractice(world());
  const ids: string[] = [];
  for (const hour of ['13', '10', '11', '12'])
    ids.push(await anAppointment(practice, { start: `2027-03-14T${hour}:00`, now }));
  ids.push(await anAppointment(practice, { start: '2027-11-07T23:00', now }));
  const read = (day: string, more = {}) =>
    practice.as('front_desk', (tx) => calendarDays(tx, { day, days: 42, mostPerDay: 2, ...more }), now);
  const march = await read('2027-02-28');
  expect(march.days).toHaveLength(42);
  expect(march.days.filter(({ count }) => count > 0).map(({ day, count }) => [day, count])).toEqual([
    ['2027-03-14', 4],
  ]);
  expect(march.appointments.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
  expect([march.blocks, march.hours, march.taken]).toEqual([[], [], []]);

  await practice.as(
    'front_desk',
    (tx) => cancelAppointment(tx, { id: ids[1] ?? '', version: 1, reason: 'other', byClient: false }),
    now,
  );
  const after = await read('2027-02-28');
  expect(after.days.find(({ day }) => day === '2027-03-14')?.count).toBe(3);
  expect(after.appointments.map(({ id }) => id)).toEqual([ids[2], ids[3]]);
  expect((await read('2027-10-31')).days.find(({ count }) => count > 0)?.day).toBe('2027-11-07');
});

test('whose time is asked for is whose time is told', async () => {
  const practice = await aPractice(world());
  const id = await anAppointment(practice, { start: '2027-03-02T10:00', now });
  const read = (resourceIds: readonly string[], more = {}) =>
    practice.as('front_desk', (tx) => calendarDays(tx, { day: '2027-03-01', days: 7, resourceIds, ...more }), now);
  const hers = await read([practice.clinician]);
  expect([hers.appointments.map((one) => one.id), hers.hours.length]).toEqual([[id], 5]);
  expect((await read([practice.clinician], { mostPerDay: 3 })).appointments.map((one) => one.id)).toEqual([id]);
  const nobodys = await read([practice.administrator]);
  expect([nobodys.appointments, nobodys.hours, nobodys.taken]).toEqual([[], [], []]);
  expect((await read([practice.administrator], { mostPerDay: 3 })).appointments).toEqual([]);
});
