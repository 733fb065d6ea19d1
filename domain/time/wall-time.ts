import { Temporal } from 'temporal-polyfill';
import { type Instant, instantOf } from './instant';

/** What a clock on the wall shows: `2026-12-01T14:00`. Means nothing without a zone. */
export type WallTime = string & { readonly wallTime?: never };
/** A day on the calendar: `2026-12-01`. */
export type Day = string & { readonly day?: never };
/** An IANA zone: `America/New_York`. */
export type Zone = string & { readonly zone?: never };

export function isZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return text.includes('/') || text === 'UTC';
  } catch {
    return false;
  }
}

/** In a gap (spring) the later reading, in an overlap (autumn) the earlier, as RFC 5545 has it. */
export function instantAt(wall: WallTime, zone: Zone): Instant {
  return instantOf(Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds);
}

export function wallTimeAt(at: Instant, zone: Zone): WallTime {
  return zoned(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

export function dayAt(at: Instant, zone: Zone): Day {
  return zoned(at, zone).toPlainDate().toString();
}

/** Minutes since midnight as the wall clock shows them. */
export function minuteOfDay(at: Instant, zone: Zone): number {
  const { hour, minute } = zoned(at, zone);
  return hour * 60 + minute;
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** First instant of the day and of the day after it, in the zone: 23, 24 or 25 hours. */
export function dayRange(day: Day, zone: Zone): { readonly from: Instant; readonly to: Instant } {
  return { from: startOf(day, zone), to: startOf(addDays(day, 1), zone) };
}

/** The day's last minute in the zone: until then something may still be done on that day. */
export function lastMinuteOf(day: Day, zone: Zone): Instant {
  return instantAt(wallTimeOn(day, 24 * 60 - 1), zone);
}

/** The wall time so many minutes after midnight of `day`. */
export function wallTimeOn(day: Day, minute: number): WallTime {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${day}T${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

export function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

export function ageOn(birthDay: Day, day: Day): number {
  return Temporal.PlainDate.from(birthDay).until(Temporal.PlainDate.from(day), { largestUnit: 'year' }).years;
}

const zoned = (at: Instant, zone: Zone) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const startOf = (day: Day, zone: Zone) =>
  instantOf(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
