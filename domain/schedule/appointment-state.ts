import { type EventOf, type StateOf, lifeOf } from '../life';

/** A booking. Check-in, begin, complete and leave come from its visit. */
export const appointmentLife = lifeOf('appointment', {
  '': { request: 'requested', book: 'scheduled' },
  requested: { accept: 'scheduled', decline: 'declined' },
  scheduled: { confirm: 'confirmed', move: 'scheduled', arrive: 'arrived', cancel: 'cancelled', miss: 'no_show' },
  confirmed: { move: 'scheduled', arrive: 'arrived', cancel: 'cancelled', miss: 'no_show' },
  arrived: { begin: 'in_session', leave: 'cancelled' },
  in_session: { complete: 'completed' },
  completed: {},
  cancelled: { restore: 'scheduled' },
  no_show: { arrive: 'arrived', restore: 'scheduled' },
  declined: {},
});
export type AppointmentState = StateOf<typeof appointmentLife>;
export type AppointmentEvent = EventOf<typeof appointmentLife>;

/** States in which the appointment is still ahead: reminders go out, it may be moved and cancelled. */
export const isAhead = (state: AppointmentState): boolean => state === 'scheduled' || state === 'confirmed';
