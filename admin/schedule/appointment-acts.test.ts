import type { AppointmentView } from '../../api/schedule/appointment.contract';
import type { DeskRights } from '../today/card-act';
import { actsOf } from './appointment-acts';

const desk: DeskRights = { me: 'mara', checkIn: true, conduct: false, checkOut: true, change: true, readNotes: true };
const clinician: DeskRights = {
  me: 'reyes',
  checkIn: true,
  conduct: true,
  checkOut: false,
  change: true,
  readNotes: true,
};
const reader: DeskRights = {
  me: 'petra',
  checkIn: false,
  conduct: false,
  checkOut: false,
  change: false,
  readNotes: true,
};
const now = 1000;
const later = { now, dayHasCome: false };
const due = { now, dayHasCome: true };

const at = (state: AppointmentView['state'], startsAt = 2000, visit: string | null = null) =>
  ({
    state,
    startsAt,
    clinicianId: 'reyes',
    nextVisitAt: null,
    visit: visit === null ? null : { state: visit, seenAt: null },
  }) as Parameters<typeof actsOf>[0];

test('what is ahead is confirmed, moved and cancelled; nobody is checked in days before, or missed before the start', () => {
  expect(actsOf(at('scheduled'), desk, later)).toEqual({ first: undefined, further: ['confirm', 'move', 'cancel'] });
  expect(actsOf(at('confirmed'), desk, due)).toEqual({ first: 'check_in', further: ['move', 'cancel'] });
  expect(actsOf(at('confirmed', 500), desk, due)).toEqual({
    first: 'check_in',
    further: ['missed', 'move', 'cancel'],
  });
});

test('the desk sees someone who waits off, her clinician begins', () => {
  expect(actsOf(at('arrived', 500, 'waiting'), desk, due)).toEqual({ first: undefined, further: ['left', 'next'] });
  expect(actsOf(at('arrived', 500, 'waiting'), clinician, due)).toEqual({
    first: 'begin',
    further: ['see', 'left', 'next'],
  });
  expect(actsOf(at('in_session', 500, 'in_session'), clinician, due).first).toBe('complete');
  expect(actsOf(at('completed', 500, 'checkout'), desk, due).first).toBe('check_out');
});

test('a cancellation is taken back while its time is ahead, a no-show at any time', () => {
  expect(actsOf(at('cancelled'), desk, later).further).toEqual(['restore', 'next']);
  expect(actsOf(at('cancelled', 500), desk, due).further).toEqual(['next']);
  expect(actsOf(at('no_show', 500), desk, due).further).toEqual(['came', 'restore', 'next']);
});

test('who only reads is offered nothing', () => {
  for (const state of ['scheduled', 'arrived', 'cancelled', 'no_show', 'completed'] as const)
    expect(actsOf(at(state, 500, 'waiting'), reader, due)).toEqual({ first: undefined, further: [] });
});
