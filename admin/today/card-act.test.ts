import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { actOf, callOf, canSee, type DeskRights } from './card-act';

const desk: DeskRights = { me: 'mara', checkIn: true, conduct: false, checkOut: true, change: true, readNotes: true };
const clinician: DeskRights = {
  me: 'reyes',
  checkIn: true,
  conduct: true,
  checkOut: false,
  change: true,
  readNotes: true,
};
type Visit = NonNullable<AppointmentView['visit']>;
const at = (state: AppointmentView['state'], visit?: Visit['state'], seenAt: number | null = null) => ({
  id: 'a',
  version: 7,
  state,
  clinicianId: 'reyes',
  visit: visit
    ? ({
        id: 'v',
        version: 2,
        state: visit,
        arrivedAt: 0,
        seenAt,
        beganAt: null,
        endedAt: null,
        note: null,
      } satisfies Visit)
    : null,
});

test('the desk checks in and out, the clinician begins and completes: each card has one next act', () => {
  expect(actOf(at('scheduled'), desk)).toBe('check_in');
  expect(actOf(at('arrived', 'waiting'), desk)).toBeUndefined();
  expect(actOf(at('arrived', 'waiting'), clinician)).toBe('begin');
  expect(actOf(at('in_session', 'in_session'), clinician)).toBe('complete');
  expect(actOf(at('completed', 'checkout'), clinician)).toBeUndefined();
  expect(actOf(at('completed', 'checkout'), desk)).toBe('check_out');
  expect(actOf(at('completed', 'done'), desk)).toBeUndefined();
  expect(actOf(at('no_show'), desk)).toBeUndefined();
});

test('nobody begins the session of a colleague, and who may do nothing is offered nothing', () => {
  expect(actOf(at('arrived', 'waiting'), { ...clinician, me: 'okafor' })).toBeUndefined();
  const nobody: DeskRights = {
    me: 'ivo',
    checkIn: false,
    conduct: false,
    checkOut: false,
    change: false,
    readNotes: true,
  };
  expect(actOf(at('scheduled'), nobody)).toBeUndefined();
});

test('an arrival is seen once', () => {
  expect(canSee(at('arrived', 'waiting'), clinician)).toBe(true);
  expect(canSee(at('arrived', 'waiting', 5), clinician)).toBe(false);
  expect(canSee(at('arrived', 'waiting'), desk)).toBe(false);
});

test('what happens to a visit is called on the visit and its version, the rest on the appointment', () => {
  expect(callOf(at('scheduled'), 'check_in')).toEqual({
    resource: 'appointments',
    id: 'a',
    version: 7,
    verb: 'check-in',
  });
  expect(callOf(at('completed', 'checkout'), 'check_out')).toEqual({
    resource: 'visits',
    id: 'v',
    version: 2,
    verb: 'check-out',
  });
  expect(callOf(at('scheduled'), 'begin')).toBeUndefined();
});
