import { type Instant, addMinutes } from '../time/instant';
import { type Day, type Zone, addDays, dayAt, instantAt, minuteOfDay, wallTimeOn, weekdayOf } from '../time/wall-time';

/** When a clinician works, in minutes of the practice's day. ISO weekday. */
export interface WorkingHours {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

export interface Wish {
  readonly at: Instant;
  readonly minutes: number;
  /** Held after the appointment. */
  readonly bufferMinutes: number;
}

/** Starts are offered on this grid, in minutes of the day. */
export const gridMinutes = 15;
const daysAround = 14;

/**
 * Free starts nearest to the wish, soonest first among equals, never in the past. `busy` must cover the days around it.
 * Without hours of her own a clinician is taken to work Monday to Friday, 9 to 5.
 */
export function freeTimes(
  wish: Wish,
  hours: readonly WorkingHours[],
  busy: readonly Span[],
  zone: Zone,
  now: Instant,
  count = 5,
): readonly Instant[] {
  const found: Instant[] = [];
  const [day, wished] = [dayAt(wish.at, zone), minuteOfDay(wish.at, zone)];
  for (const offset of nearestDays()) {
    const date = addDays(day, offset);
    // a day's starts are put in order by the minute: an instant is made, which is dear, only of those that are looked at
    const minutes = startsOn(date, wish, hours).toSorted((a, b) => distance(a, wished) - distance(b, wished) || a - b);
    const wanted = found.length + (offset === 0 ? count - 2 : 1);
    for (const minute of minutes) {
      if (found.length >= wanted) break;
      const start = instantAt(wallTimeOn(date, minute), zone);
      if (start > now && isFree(start, wish, busy)) found.push(start);
    }
    if (found.length >= count) break;
  }
  return found.slice(0, count).toSorted((a, b) => a - b);
}

/** The window that `busy` has to cover for a wish. */
export function windowAround(at: Instant): Span {
  const day = 24 * 60;
  return { from: addMinutes(at, -2 * day), to: addMinutes(at, (daysAround + 2) * day) };
}

function* nearestDays(): Iterable<number> {
  yield 0;
  for (let offset = 1; offset <= daysAround; offset += 1) yield offset;
  yield -1;
}

/** Minutes of the day on the grid at which the wish begins and ends within working hours. */
function startsOn(day: Day, wish: Wish, hours: readonly WorkingHours[]): readonly number[] {
  return hoursOf(day, hours).flatMap((shift) => {
    const starts: number[] = [];
    for (let minute = ceilToGrid(shift.fromMinute); minute + wish.minutes <= shift.untilMinute; minute += gridMinutes)
      starts.push(minute);
    return starts;
  });
}

/** The hours of one day. Without any of her own, a clinician has those of an office. */
function hoursOf(day: Day, hours: readonly WorkingHours[]): readonly WorkingHours[] {
  const weekday = weekdayOf(day);
  return (hours.length > 0 ? hours : officeHours).filter((shift) => shift.weekday === weekday);
}

/** When a clinician works on a day. */
export const shiftsOn = (day: Day, hours: readonly WorkingHours[], zone: Zone): readonly Span[] =>
  hoursOf(day, hours).map((shift) => ({
    from: instantAt(wallTimeOn(day, shift.fromMinute), zone),
    to: instantAt(wallTimeOn(day, shift.untilMinute), zone),
  }));

const officeHours: readonly WorkingHours[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  fromMinute: 9 * 60,
  untilMinute: 17 * 60,
}));

const ceilToGrid = (minute: number): number => Math.ceil(minute / gridMinutes) * gridMinutes;

function isFree(start: Instant, wish: Wish, busy: readonly Span[]): boolean {
  const end = addMinutes(start, wish.minutes + wish.bufferMinutes);
  return busy.every((span) => end <= span.from || span.to <= start);
}

/** Minutes of the day apart: someone who wanted 2 PM rather has 2 PM tomorrow than 9 AM. */
const distance = (minute: number, wished: number): number => Math.abs(minute - wished);
