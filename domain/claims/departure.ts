import type { Instant } from '../time/instant';
import { type Day, type Zone, addDays, dayAt, instantAt, minuteOfDay, wallTimeOn } from '../time/wall-time';

/** When a practice's ready claims leave by themselves. */
export interface Departure {
  /** Of the practice's clock, since midnight; null: only when somebody sends them. */
  readonly minute: number | null;
  /** The last day for which they have. */
  readonly doneDay: Day | null;
}

/** The day for which claims are to leave now: once a day, from its time on, and for the latest day alone where several were missed. */
export function dueDeparture({ minute, doneDay }: Departure, now: Instant, zone: Zone): Day | undefined {
  if (minute === null) return undefined;
  const day = lastDeparture(minute, now, zone);
  return doneDay === null || doneDay < day ? day : undefined;
}

/** The latest day whose time is over. */
export function lastDeparture(minute: number, now: Instant, zone: Zone): Day {
  const today = dayAt(now, zone);
  return minuteOfDay(now, zone) >= minute ? today : addDays(today, -1);
}

/** When they leave next; what is overdue is due at the time at which it should have been. */
export function nextDeparture({ minute, doneDay }: Departure, now: Instant, zone: Zone): Instant | null {
  if (minute === null) return null;
  const day = dueDeparture({ minute, doneDay }, now, zone) ?? addDays(lastDeparture(minute, now, zone), 1);
  return instantAt(wallTimeOn(day, minute), zone);
}
