import { wallTimeAt } from '../../domain/time/wall-time';
import { instantOf } from '../../domain/time/instant';

const minuteMs = 60_000;

/** The wall time of a zone in so many minutes. */
export const wallTimeIn = (minutes: number, zone: string): string =>
  wallTimeAt(instantOf(Date.now() + minutes * minuteMs), zone);

/** Today on the calendar of a zone. */
export const todayIn = (zone: string): string => wallTimeIn(0, zone).slice(0, 10);
