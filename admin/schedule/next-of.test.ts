import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { nextOf } from './next-of';

const now = 1000;
const of = (step: string, more: Partial<NonNullable<AppointmentView['next']>> = {}, rest = {}) =>
  nextOf(
    {
      state: 'scheduled',
      messageTrouble: null,
      next: { step, due: 2000, channel: 'sms', paused: false, ...more },
      ...rest,
    },
    now,
  );

test('a reminder is told with its time, and as going out once that has come', () => {
  expect(of('reminder_48h')).toEqual({ code: 'reminder', channel: 'sms', due: 2000 });
  expect(of('reminder_48h', { due: 900 })).toMatchObject({ code: 'sending' });
  expect(of('settle', { channel: 'email' })).toMatchObject({ code: 'settle', channel: 'email' });
});

test('what waits for a person says so, and a message that did not arrive comes before all', () => {
  expect(of('decide_missing', { due: null, channel: null })).toEqual({ code: 'decide', care: true });
  expect(of('reminder_2h', { paused: true })).toEqual({ code: 'paused', care: true });
  expect(of('reminder_2h', {}, { messageTrouble: 'refused' })).toMatchObject({ code: 'trouble', trouble: 'refused' });
  expect(of('await_begin', { due: null }, { state: 'arrived', messageTrouble: 'refused' })).toEqual({
    code: 'await_begin',
  });
});

test('someone who does not come is asked about; without a plan there is nothing to say', () => {
  expect(of('ask_missing', { channel: null })).toEqual({ code: 'ask', due: 2000 });
  expect(of('ask_signature', { channel: null })).toEqual({ code: 'sign', due: 2000 });
  expect(nextOf({ state: 'completed', messageTrouble: null, next: null }, now)).toBeUndefined();
  expect(of('reminder_2h', { channel: 'fax' })).toBeUndefined();
});
