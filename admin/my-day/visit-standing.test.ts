import type { AppointmentView } from '../../api/schedule/appointment.contract';
import type { DeskRights } from '../today/card-act';
import { firstToDo, standingOf, thingOf, upNext } from './visit-standing';

const at = (time: string): number => Date.parse(`2026-12-01T${time}:00Z`);
type Visit = NonNullable<AppointmentView['visit']>;
const reyes: DeskRights = { me: 'reyes', checkIn: true, conduct: true, checkOut: false, change: true, readNotes: true };
const one = (
  id: string,
  start: string,
  state: AppointmentView['state'],
  visit?: Visit['state'],
  note: Visit['note'] = null,
) => ({
  id,
  state,
  clinicianId: 'reyes',
  startsAt: at(start),
  endsAt: at(start) + 50 * 60_000,
  next: null,
  visit: visit
    ? { id: `v${id}`, version: 1, state: visit, arrivedAt: 0, seenAt: null, beganAt: null, endedAt: null, note }
    : null,
});

test('each visit is told by how far it is, and one who has not come by when', () => {
  const standings = (now: string) =>
    [
      one('a', '09:00', 'confirmed'),
      one('b', '09:00', 'arrived', 'waiting'),
      one('c', '09:00', 'in_session', 'in_session'),
      one('d', '09:00', 'completed', 'checkout'),
      one('e', '09:00', 'completed', 'done'),
      one('f', '09:00', 'no_show'),
      one('g', '09:00', 'requested'),
      one('h', '09:00', 'cancelled'),
    ].map((visit) => standingOf(visit, at(now), 10));
  expect(standings('09:05')).toEqual([
    'expected',
    'here',
    'in_session',
    'checkout',
    'done',
    'missed',
    'requested',
    'cancelled',
  ]);
  expect(standings('09:10')[0]).toBe('missing');
});

test('next is who waits or is expected, not who is in session, came and went, or whose time is over', () => {
  const day = [
    one('late', '08:00', 'scheduled'),
    one('now', '09:00', 'in_session', 'in_session'),
    one('c', '11:00', 'confirmed'),
    one('b', '10:00', 'scheduled'),
  ];
  expect(upNext(day, at('08:20'))?.id).toBe('late');
  expect(upNext(day, at('09:20'))?.id).toBe('b');
  expect(upNext(day, at('10:49'))?.id).toBe('b');
  expect(upNext(day, at('12:00'))).toBeUndefined();
  // who is here is next, however late it is
  expect(upNext([one('x', '08:00', 'arrived', 'waiting')], at('12:00'))?.id).toBe('x');
});

test('there is one thing to do: begin, complete, write, go on, and then nothing more', () => {
  const things = (visit: Parameters<typeof thingOf>[0], now = '09:00') => thingOf(visit, reyes, at(now));
  expect(things(one('a', '10:00', 'confirmed'))).toBeUndefined();
  expect(things(one('a', '10:00', 'confirmed'), '09:30')).toEqual({ kind: 'act', act: 'check_in' });
  expect(things(one('a', '09:00', 'arrived', 'waiting'))).toEqual({ kind: 'act', act: 'begin' });
  // a note may be begun in the session; to complete it comes first
  expect(things(one('a', '09:00', 'in_session', 'in_session', 'draft'))).toEqual({ kind: 'act', act: 'complete' });
  expect(things(one('a', '09:00', 'completed', 'checkout'))).toEqual({ kind: 'note', step: 'write', visitId: 'va' });
  expect(things(one('a', '09:00', 'completed', 'done', 'draft'))).toEqual({
    kind: 'note',
    step: 'goOn',
    visitId: 'va',
  });
  expect(things(one('a', '09:00', 'completed', 'done', 'signed'))).toBeUndefined();
  expect(things(one('a', '09:00', 'no_show'))).toBeUndefined();
});

test('who checks out as well writes first', () => {
  const supervisor = { ...reyes, checkOut: true };
  expect(thingOf(one('a', '09:00', 'completed', 'checkout'), supervisor, 0)).toMatchObject({ kind: 'note' });
  expect(thingOf(one('a', '09:00', 'completed', 'checkout', 'signed'), supervisor, 0)).toEqual({
    kind: 'act',
    act: 'check_out',
  });
});

test('a first press goes to the session that runs, then to who waits, then to a note', () => {
  const [note, waits, runs, later] = [
    one('note', '08:00', 'completed', 'done'),
    one('waits', '10:00', 'arrived', 'waiting'),
    one('runs', '09:00', 'in_session', 'in_session'),
    one('later', '15:00', 'confirmed'),
  ] as const;
  const first = (...visits: readonly (typeof note)[]) => firstToDo(visits, reyes, at('09:40'))?.id;
  expect(first(note, waits, runs, later)).toBe('runs');
  expect(first(note, waits, later)).toBe('waits');
  expect(first(later, note)).toBe('note');
  expect(first(later)).toBeUndefined();
});
