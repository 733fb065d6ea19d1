import { invalid } from '../problems';
import { type Instant, hoursBetween } from '../time/instant';

/** Nobody holds a session for longer: a slip of the clock. */
const longestHours = 12;

/** When a session really began and ended. @throws AppError `invalid` where the end is no end of that beginning */
export function guardTimes(beganAt: Instant | null, endedAt: Instant | null): void {
  if (beganAt === null || endedAt === null) return;
  const hours = hoursBetween(beganAt, endedAt);
  if (hours <= 0) throw invalid('/ended', 'time_before_other');
  if (hours > longestHours) throw invalid('/ended', 'session_too_long', { max: longestHours });
}
