import { minuteOfDay, wallTimeAt } from '../../domain/time/wall-time';
import { instantOf } from '../../domain/time/instant';

const minuteMs = 60_000;
const lastMinute = 24 * 60 - 1;

/** The wall time of a zone in so many minutes; where that is tomorrow already, as many minutes ago: it stays the same day. */
export function soonToday(minutes: number, zone: string): string {
  const now = Date.now();
  const isToday = minuteOfDay(instantOf(now), zone) + minutes <= lastMinute;
  return wallTimeAt(instantOf(now + (isToday ? minutes : -minutes) * minuteMs), zone);
}

/** Whether so many minutes ago it was the same day. */
export const wasToday = (minutes: number, zone: string): boolean => minuteOfDay(instantOf(Date.now()), zone) >= minutes;
