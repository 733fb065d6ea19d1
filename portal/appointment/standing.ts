import type { OwnAppointment } from '../../api/portal/portal.contract';

/** What the portal shows of an appointment, be it from the account or from a link. */
export type ShownAppointment = Pick<
  OwnAppointment,
  'id' | 'startsAt' | 'minutes' | 'clinicianName' | 'modality' | 'state' | 'changeFreeUntil'
>;

/** How an appointment stands for the client: its state, or `over` once its time has passed unremarked. */
export type Standing = ShownAppointment['state'] | 'over';

const minuteMs = 60_000;

export const endOf = ({ startsAt, minutes }: Pick<ShownAppointment, 'startsAt' | 'minutes'>): number =>
  startsAt + minutes * minuteMs;

export const standingOf = (appointment: ShownAppointment, now: number): Standing =>
  isBooked(appointment) && endOf(appointment) <= now ? 'over' : appointment.state;

export const mayConfirm = (appointment: ShownAppointment, now: number): boolean =>
  standingOf(appointment, now) === 'scheduled';

/** It is still to come and holds. */
export const isAhead = (appointment: ShownAppointment, now: number): boolean =>
  ['requested', 'scheduled', 'confirmed', 'arrived', 'in_session'].includes(standingOf(appointment, now));

const isBooked = ({ state }: ShownAppointment): boolean => state === 'scheduled' || state === 'confirmed';
