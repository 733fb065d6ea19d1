import { type ShownAppointment, mayConfirm } from '../appointment/standing';

/** What the line below the greeting says of the next appointment. */
export type Lead = 'none' | 'now' | 'confirm' | 'confirmToday' | 'set' | 'setToday';

/** `dayOf` writes the day of an instant on the client's own calendar. */
export function leadOf(next: ShownAppointment | undefined, now: number, dayOf: (at: number) => string): Lead {
  if (!next) return 'none';
  if (next.startsAt <= now) return 'now';
  const today = dayOf(next.startsAt) === dayOf(now);
  if (mayConfirm(next, now)) return today ? 'confirmToday' : 'confirm';
  return today ? 'setToday' : 'set';
}
