import { isoDay } from '../../browser/iso-day';

/** An instant (epoch milliseconds) as a clock in the zone shows it: `2026-12-01T14:00`. */
export function wallTimeAt(at: number, zone: string): string {
  const time = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return `${isoDay(at, zone)}T${time}`;
}

/** A day and a time as one; undefined until both are there. */
export const wallTime = (day: string, time: string): string | undefined =>
  day === '' || time === '' ? undefined : `${day}T${time}`;

/** A day outside of this is still being typed. */
export const isSensible = (text: string): boolean => /^20\d\d-/.test(text);

export const dayOf = (wall: string): string => wall.slice(0, 10);
export const timeOf = (wall: string): string => wall.slice(11);

const dayMs = 86_400_000;
/** Midnight of a wall time's day, on a clock that no zone moves. */
const midnight = (wall: string): number => Date.parse(`${dayOf(wall)}T00:00Z`);

/** The same weekday and time of day as before, in the first week that lies after `now`. Both as the practice's clock shows them. */
export function nextInRhythm(before: string, now: string): string {
  const weeks = Math.max(1, Math.floor((midnight(now) - midnight(before)) / (7 * dayMs)));
  const [soonest, later] = [weeks, weeks + 1].map((count) => daysLater(before, 7 * count));
  return soonest !== undefined && soonest > now ? soonest : (later ?? before);
}

const daysLater = (wall: string, days: number): string =>
  `${new Date(midnight(wall) + days * dayMs).toISOString().slice(0, 10)}T${timeOf(wall)}`;
