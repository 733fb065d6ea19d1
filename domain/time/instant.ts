declare const instant: unique symbol;

/** A point in time: milliseconds since the epoch, UTC. Zones exist only in `wall-time.ts`. */
export type Instant = number & { readonly [instant]: true };

export function instantOf(epochMs: number): Instant {
  if (!Number.isFinite(epochMs)) throw new RangeError('an instant is a finite number of milliseconds');
  return Math.round(epochMs) as Instant;
}

export const fromDate = (date: Date): Instant => instantOf(date.getTime());
export const toDate = (at: Instant): Date => new Date(at);

/** ISO 8601 in UTC, as the API and the database speak. */
export const toIso = (at: Instant): string => new Date(at).toISOString();

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

export const addMinutes = (at: Instant, minutes: number): Instant => instantOf(at + minutes * minuteMs);
export const addHours = (at: Instant, hours: number): Instant => instantOf(at + hours * hourMs);
export const minutesBetween = (from: Instant, to: Instant): number => (to - from) / minuteMs;
export const hoursBetween = (from: Instant, to: Instant): number => (to - from) / hourMs;
export const later = (a: Instant, b: Instant): Instant => (a >= b ? a : b);
