import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { type CalendarDay, dayShape } from './day-shape';

const hour = 3_600_000;
const day = { day: '2027-03-02', from: 0, to: 24 * hour, days: [], appointments: [], blocks: [], hours: [], taken: [] };
const one = (version: number, from: number, to: number) =>
  ({ id: 'a', version, startsAt: from * hour, endsAt: to * hour }) as AppointmentView;
const put = (shown: CalendarDay, row: AppointmentView) => dayShape.put(shown, new Map([[row.id, row]])).appointments;

test('an appointment belongs to every day that it has a part in, and to no other', () => {
  for (const [from, to] of [
    [-1, 1],
    [0, 1],
    [23, 25],
    [-1, 25],
  ] as const)
    expect(put(day, one(1, from, to))).toHaveLength(1);
  expect(put(day, one(1, -1, 0))).toEqual([]);
  expect(put(day, one(1, 24, 25))).toEqual([]);
});

test('an appointment that is moved leaves the day when no part of it is left', () => {
  const shown = { ...day, appointments: [one(1, -1, 1)] };
  expect(put(shown, one(2, -2, 0.5))).toEqual([one(2, -2, 0.5)]);
  expect(put(shown, one(2, -2, 0))).toEqual([]);
});
