import { addDays } from '../../browser/iso-day';
import { dayOf, timeOf } from '../schedule/wall-time';

/** Wall times as the practice's clock shows them, `2026-12-01T14:00`; null where nothing is attested yet. */
export interface SessionTimes {
  readonly began: string | null;
  readonly ended: string | null;
}

/** Nobody holds a session for longer: the server says the same. */
const longestMinutes = 12 * 60;

/** Minutes between two wall times of one clock. (When that clock is changed in between, the server knows better.) */
export function minutesOf({ began, ended }: SessionTimes): number | undefined {
  if (began === null || ended === null) return undefined;
  return (Date.parse(`${ended}Z`) - Date.parse(`${began}Z`)) / 60_000;
}

export const isSession = (times: SessionTimes): boolean => {
  const minutes = minutesOf(times);
  return minutes === undefined || (minutes > 0 && minutes <= longestMinutes);
};

/** The session with another beginning, `14:30` or empty; its end stays the time that it was. */
export function withBegan(times: SessionTimes, time: string, day: string): SessionTimes {
  if (time === '') return { ...times, began: null };
  const began = `${times.began === null ? day : dayOf(times.began)}T${time}`;
  return times.ended === null ? { ...times, began } : { began, ended: endAfter(began, timeOf(times.ended)) };
}

/** The session with another end. A time before its beginning, late in the evening, is one of the day after. */
export function withEnded(times: SessionTimes, time: string, day: string): SessionTimes {
  if (time === '') return { ...times, ended: null };
  return { ...times, ended: times.began === null ? `${day}T${time}` : endAfter(times.began, time) };
}

function endAfter(began: string, time: string): string {
  const sameDay = `${dayOf(began)}T${time}`;
  const nextDay = `${addDays(dayOf(began), 1)}T${time}`;
  const isOvernight = sameDay < began && isSession({ began, ended: nextDay });
  return isOvernight ? nextDay : sameDay;
}
