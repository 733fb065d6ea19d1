import { type Instant } from '../time/instant';
import { type Zone, addDays, dayAt, instantAt, minuteOfDay, wallTimeOn } from '../time/wall-time';

/** Nobody is written to from one minute of the client's day until another; over midnight when `from` is the later one. */
export interface QuietHours {
  readonly quietFromMinute: number;
  readonly quietUntilMinute: number;
}

export function isQuiet(at: Instant, quiet: QuietHours, zone: Zone): boolean {
  const { quietFromMinute: from, quietUntilMinute: until } = quiet;
  const minute = minuteOfDay(at, zone);
  if (from === until) return false;
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

/** The instant itself, or the last minute before the quiet began: early is better than too late. */
export function beforeQuiet(at: Instant, quiet: QuietHours, zone: Zone): Instant {
  if (!isQuiet(at, quiet, zone)) return at;
  const day = dayAt(at, zone);
  const beganToday = minuteOfDay(at, zone) >= quiet.quietFromMinute;
  return instantAt(wallTimeOn(beganToday ? day : addDays(day, -1), Math.max(quiet.quietFromMinute - 1, 0)), zone);
}

/** The instant itself, or the minute in which the quiet ends. */
export function afterQuiet(at: Instant, quiet: QuietHours, zone: Zone): Instant {
  if (!isQuiet(at, quiet, zone)) return at;
  const day = dayAt(at, zone);
  const endsToday = minuteOfDay(at, zone) < quiet.quietUntilMinute;
  return instantAt(wallTimeOn(endsToday ? day : addDays(day, 1), quiet.quietUntilMinute), zone);
}
