import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { dayLines } from './day-lines';

const at = (time: string): number => Date.parse(`2026-12-01T${time}:00Z`);
const visit = (id: string, from: string, to: string, state: AppointmentView['state'] = 'scheduled') =>
  ({ id, startsAt: at(from), endsAt: at(to), state }) as AppointmentView;
const lunch = {
  id: 'lunch',
  version: 1,
  resourceId: 'reyes',
  kind: 'lunch' as const,
  title: null,
  startsAt: at('12:00'),
  endsAt: at('13:00'),
};
const shown = (...args: Parameters<typeof dayLines>) =>
  dayLines(...args).map((line) => (line.kind === 'gap' ? `${line.minutes} min` : line.key));

test('visits and what keeps time free stand in the order of their time, with what lies open in between', () => {
  const day = [visit('b', '14:00', '14:50'), visit('a', '09:00', '09:50')];
  expect(shown(day, [lunch], at('08:00'))).toEqual(['a', '130 min', 'lunch', '60 min', 'b']);
});

test('a cancelled visit stands in its place and holds no time', () => {
  const day = [
    visit('a', '09:00', '10:00'),
    visit('b', '10:00', '11:00', 'cancelled'),
    visit('c', '11:00', '12:00'),
    visit('d', '11:30', '12:30', 'declined'),
  ];
  expect(shown(day, [], at('08:00'))).toEqual(['a', 'b', '60 min', 'c']);
});

test('of a gap counts what is left of it, and what is over or shorter than a quarter of an hour is none', () => {
  const day = [visit('a', '09:00', '09:50'), visit('b', '10:00', '10:50'), visit('c', '12:00', '12:50')];
  expect(shown(day, [], at('08:00'))).toEqual(['a', 'b', '70 min', 'c']);
  expect(shown(day, [], at('11:20'))).toEqual(['a', 'b', '40 min', 'c']);
  expect(shown(day, [], at('11:50'))).toEqual(['a', 'b', 'c']);
});

test('who is booked over another’s end leaves no gap behind', () => {
  const day = [visit('a', '09:00', '11:00'), visit('b', '09:30', '10:00'), visit('c', '11:00', '12:00')];
  expect(shown(day, [], at('08:00'))).toEqual(['a', 'b', 'c']);
});
