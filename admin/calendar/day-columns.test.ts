import type { AppointmentView } from '../../api/schedule/appointment.contract';
import type { CalendarDay } from '../schedule/day-shape';
import { dayColumns } from './day-columns';
import { freeSlots } from './free-slots';
import { hoursWithin, shownHours } from './shown-hours';
import { sideBySide } from './side-by-side';
import { stepOnDay } from './step-on-day';

const hour = 3_600_000;
const at = (from: number, to: number) => ({ startsAt: from * hour, endsAt: to * hour });
const day = { from: 0, to: 24 * hour };

test('a day is drawn from half an hour before its first to half an hour after its last', () => {
  expect(shownHours(day, [at(9, 17)])).toEqual(at(8.5, 17.5));
  expect(shownHours(day, [at(9.25, 10), at(11, 23.75)])).toEqual(at(8.5, 24));
  expect(shownHours(day, [])).toEqual(at(8.5, 17.5));
  expect(hoursWithin(day, at(8.5, 11))).toEqual([9 * hour, 10 * hour, 11 * hour]);
});

test('free times are cut at half hours and begin where something ends; crumbs are none', () => {
  const held = [at(9, 9 + 50 / 60), at(10.25, 11)];
  expect(freeSlots(at(9, 12), held, 0)).toEqual([at(10, 10.25), at(11, 11.5), at(11.5, 12)]);
  expect(freeSlots(at(9, 12), held, 11.25 * hour)).toEqual([at(11.5, 12)]);
});

test('what overlaps shares the width, what follows has all of it again', () => {
  const placed = sideBySide([
    { name: 'a', ...at(9, 10) },
    { name: 'b', ...at(9.5, 10.5) },
    { name: 'c', ...at(10, 11) },
    { name: 'd', ...at(11, 12) },
  ]);
  expect(placed.map(({ name, lane, lanes }) => [name, lane, lanes])).toEqual([
    ['a', 0, 2],
    ['b', 1, 2],
    ['c', 0, 2],
    ['d', 0, 1],
  ]);
});

test('a column holds what is its own: appointments that still hold time, blocks, and what may not be seen', () => {
  const one = (id: string, state: AppointmentView['state'], more = {}) =>
    ({ id, state, clinicianId: 'reyes', roomId: null, ...at(9, 10), ...more }) as AppointmentView;
  const calendar = {
    ...day,
    day: '2026-12-01',
    appointments: [one('a', 'scheduled', { roomId: 'room' }), one('b', 'cancelled'), one('c', 'completed')],
    blocks: [{ id: 'lunch', version: 1, resourceId: 'reyes', kind: 'lunch', title: null, ...at(12, 13) }],
    hours: [{ resourceId: 'reyes', ...at(9, 17) }],
    taken: [{ resourceId: 'okafor', ...at(14, 15) }],
  } as CalendarDay;
  const columns = dayColumns(
    calendar,
    ['reyes', 'okafor', 'room'].map((id) => ({ id, name: id, colour: 1 })),
  );
  expect(columns.map(({ held }) => held.map(({ key }) => key))).toEqual([
    ['reyes a', 'reyes c', 'reyes lunch'],
    [`okafor busy ${14 * hour}`],
    ['room a'],
  ]);
  expect(columns.map(({ hours }) => hours.length)).toEqual([1, 0, 0]);
});

test('the arrow keys walk in time, and to the nearest time of the next column', () => {
  const columns = [
    [
      { key: 'a9', at: 9 },
      { key: 'a10', at: 10 },
    ],
    [],
    [
      { key: 'b8', at: 8 },
      { key: 'b11', at: 11 },
    ],
  ];
  expect(stepOnDay(columns, 'a9', 'ArrowDown')).toBe('a10');
  expect(stepOnDay(columns, 'a10', 'ArrowDown')).toBeUndefined();
  expect(stepOnDay(columns, 'a10', 'ArrowRight')).toBe('b11');
  expect(stepOnDay(columns, 'b8', 'ArrowLeft')).toBe('a9');
});
