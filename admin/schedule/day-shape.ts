import type { BodyOf, ResponseOf } from '../../api/http/contract';
import type { calendarDay } from '../../api/schedule/calendar.contract';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { newer } from '../data/patch-rows';
import type { Shape } from '../data/put-rows';

/** A day of the practice, or several, as `POST /calendar/day` answers them. */
export type CalendarDay = ResponseOf<typeof calendarDay>;

/** Which days, and whose time; one day of everybody where nothing else is said. */
export type DaysWish = Omit<BodyOf<typeof calendarDay>, 'mostPerDay'>;

export const daysKey = ({ day, ...more }: DaysWish) => ['calendar', 'day', day, more] as const;

/** A day keeps its appointments true by itself: who moves in or out of it is seen by the row's times. */
export const dayShape: Shape<CalendarDay> = {
  key: ['calendar', 'day'],
  resource: 'appointments',
  rows: ({ appointments }) => appointments,
  put: (day, fresh) => {
    const rows = fresh as ReadonlyMap<string, AppointmentView>;
    const belongs = ({ startsAt, endsAt }: AppointmentView) => startsAt < day.to && endsAt > day.from;
    const known = new Set(day.appointments.map(({ id }) => id));
    const kept = day.appointments.map((row) => newer(row, rows.get(row.id))).filter(belongs);
    const come = [...rows.values()].filter((row) => !known.has(row.id) && belongs(row));
    const same =
      come.length === 0 &&
      kept.length === day.appointments.length &&
      kept.every((row, index) => row === day.appointments[index]);
    return same ? day : { ...day, appointments: [...kept, ...come].toSorted(byStart) };
  },
  // each tells when its client comes next
  kin: ({ appointments }, fresh) => {
    const clients = new Set([...(fresh as ReadonlyMap<string, AppointmentView>).values()].map((row) => row.clientId));
    return appointments.filter(({ clientId }) => clients.has(clientId)).map(({ id }) => id);
  },
  drop: (day, ids) =>
    day.appointments.some(({ id }) => ids.has(id))
      ? { ...day, appointments: day.appointments.filter(({ id }) => !ids.has(id)) }
      : day,
};

const byStart = (a: AppointmentView, b: AppointmentView): number => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1);
