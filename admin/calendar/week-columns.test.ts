import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { instantAt } from '../../domain/time/wall-time';
import type { CalendarDay } from '../schedule/day-shape';
import { agendaOf, weekColumns } from './week-columns';

const at = (wall: string): number => instantAt(wall, 'America/New_York');
const stretch = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const days = [
  ['2027-03-13', '2027-03-14'],
  ['2027-03-14', '2027-03-15'],
  ['2027-03-15', '2027-03-16'],
].map(([day = '', next = '']) => ({ day, from: at(`${day}T00:00`), to: at(`${next}T00:00`), count: 0 }));
const one = (id: string, from: string, to: string, more = {}) =>
  ({ id, state: 'scheduled', clinicianId: 'reyes', roomId: null, ...stretch(from, to), ...more }) as AppointmentView;

const range = {
  day: '2027-03-13',
  from: at('2027-03-13T00:00'),
  to: at('2027-03-16T00:00'),
  days,
  appointments: [
    one('late', '2027-03-12T23:30', '2027-03-13T00:20'),
    one('over', '2027-03-14T23:30', '2027-03-15T00:20', { roomId: 'room' }),
    one('gone', '2027-03-15T10:00', '2027-03-15T10:50', { state: 'cancelled' }),
  ],
  blocks: [],
  hours: [{ resourceId: 'reyes', ...stretch('2027-03-15T09:00', '2027-03-15T17:00') }],
  taken: [{ resourceId: 'okafor', ...stretch('2027-03-15T11:00', '2027-03-15T12:00') }],
} as CalendarDay;
const resources = ['reyes', 'okafor', 'room'].map((id) => ({ id, name: id, colour: id === 'room' ? undefined : 1 }));
const keysOf = (columns: ReturnType<typeof weekColumns>) =>
  columns.map(({ held }) => held.map(({ key }) => key.slice('2027-03-13 '.length).replace(/ \d+$/, '')));

test('what has a part in two days stands in both; what is in a clinician’s and a room’s time stands once', () => {
  expect(keysOf(weekColumns(range, resources))).toEqual([
    ['reyes late'],
    ['reyes over'],
    ['reyes over', 'okafor busy'],
  ]);
  expect(weekColumns(range, resources).map(({ hours }) => hours.length)).toEqual([0, 0, 1]);
});

test('read one after the other, each thing is told once', () => {
  expect(keysOf(agendaOf(range, resources))).toEqual([['reyes late'], ['reyes over'], ['okafor busy']]);
});

test('whose time it is, is told where more than one is shown', () => {
  const busy = (of: typeof resources) => weekColumns(range, of)[2]?.held.find(({ kind }) => kind === 'busy');
  expect([busy(resources)?.whose, busy(resources.slice(1, 2))?.whose]).toEqual(['okafor', undefined]);
});
