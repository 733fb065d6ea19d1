import { aPractice, aWorld, anAppointment, zone } from '../../tests/builders/practice';
import { instantAt } from '../time/wall-time';
import { calendarDay } from './calendar-day';

const world = aWorld();
const now = instantAt('2027-03-01T08:00', zone);

test('an appointment that runs past midnight stands on both days, and on no third', async () => {
  const practice = await aPractice(world());
  const id = await anAppointment(practice, { start: '2027-03-01T23:30', minutes: 60, now });
  const on = async (day: string) => {
    const { appointments, taken } = await practice.as('front_desk', (tx) => calendarDay(tx, day), now);
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
  const next = await practice.as('front_desk', (tx) => calendarDay(tx, '2027-03-02'), now);
  expect(next.appointments).toEqual([]);
});
