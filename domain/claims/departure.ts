import type { Instant } from '../time/instant';
import { type Day, type Zone, addDays, dayAt, instantAt, minuteOfDay, wallTimeOn } from '../time/wall-time';

/** When a practice's ready claims leave by themselves. */
export interface Departure {
  /** Of the practice's clock, since midnight; null: only when somebody sends them. */
  readonly minute: number | null;
  /** The last day for which they have. */
  readonly doneDay: Day | null;
}

/** The day for which claims are to leave now: once a day, from its time on until the day ends. */
export function dueDeparture({ minute, doneDay }: Departure, now: Instant, zone: Zone): Day | undefined {
  if (minute === null) return undefined;
  const today = dayAt(now, zone);
  return minuteOfDay(now, zone) >= minute && (doneDay === null || doneDay < today) ? today : undefined;
}

/** When they leave next; what is overdue is due at the time at which it should have been. */
export function nextDeparture({ minute, doneDay }: Departure, now: Instant, zone: Zone): Instant | null {
  if (minute === null) return null;
  const today = dayAt(now, zone);
  const day = doneDay === null || doneDay < today ? today : addDays(today, 1);
  return instantAt(wallTimeOn(day, minute), zone);
}
