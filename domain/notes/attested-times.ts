import { invalid } from '../problems';
import { type Instant, addMinutes, hoursBetween } from '../time/instant';

/** Nobody holds a session for longer: a slip of the clock. */
const longestHours = 12;

/** When a session really began and ended. @throws AppError `invalid` where the end is no end of that beginning */
export function guardTimes(beganAt: Instant | null, endedAt: Instant | null): void {
  if (beganAt === null || endedAt === null) return;
  const hours = hoursBetween(beganAt, endedAt);
  if (hours <= 0) throw invalid('/ended', 'time_before_other');
  if (hours > longestHours) throw invalid('/ended', 'session_too_long', { max: longestHours });
}

/**
 * The end that a clock offers to whoever attests it: none where nobody could, because the clock was stopped in the minute in
 * which it began, or was forgotten.
 */
export function offeredEnd(beganAt: Instant | null, endedAt: Instant | null): Instant | null {
  if (beganAt === null || endedAt === null) return endedAt;
  const isSession = endedAt >= addMinutes(beganAt, 1) && hoursBetween(beganAt, endedAt) <= longestHours;
  return isSession ? endedAt : null;
}
