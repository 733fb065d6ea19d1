import { timeOf, wallTimeAt } from '../schedule/wall-time';
import type { Stretch } from './shown-hours';

/** Where instants stand from the top of what is drawn down, in minutes. */
export interface Scale {
  /** Before the top it is negative, below the bottom more than `minutes`. */
  readonly minuteOf: (at: number) => number;
  /** The instant so many minutes below the top. */
  readonly instantAt: (minute: number) => number;
  /** How many are drawn. */
  readonly minutes: number;
}

/** First and last instant of a day, epoch milliseconds. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

const minuteMs = 60_000;
const wholeDay = 24 * 60;

/** A day by itself: time that passes, so that a day of 23 or 25 hours is drawn as long as it is. */
export const scaleOfTime = (shown: Stretch): Scale => ({
  minuteOf: (at) => (at - shown.startsAt) / minuteMs,
  instantAt: (minute) => shown.startsAt + minute * minuteMs,
  minutes: (shown.endsAt - shown.startsAt) / minuteMs,
});

/** Minutes of the day, by the clock on the wall. */
export interface ClockHours {
  readonly first: number;
  readonly last: number;
}

/** One day of several side by side: the clock on the wall, so that nine in the morning stands at one height on all of them. */
export const scaleOfClock = (day: Bounds, { first, last }: ClockHours, zone: string): Scale => ({
  minuteOf: (at) => clockMinute(day, at, zone) - first,
  instantAt: (minute) => instantOnClock(day, first + minute, zone),
  minutes: last - first,
});

/** What the clock shows at an instant of a day; the day's ends for what lies outside of it. */
export function clockMinute(day: Bounds, at: number, zone: string): number {
  if (at <= day.from) return 0;
  if (at >= day.to) return wholeDay;
  const passed = (at - day.from) / minuteMs;
  if (isPlain(day)) return passed;
  const [hours = '', minutes = ''] = timeOf(wallTimeAt(at, zone)).split(':');
  return Number(hours) * 60 + Number(minutes) + (passed % 1);
}

/** The instant at which the clock shows a minute of the day: the first of two, or what comes instead where there is none. */
function instantOnClock(day: Bounds, minute: number, zone: string): number {
  if (minute >= wholeDay) return day.to;
  const asIf = day.from + minute * minuteMs;
  if (isPlain(day) || clockMinute(day, asIf, zone) === minute) return asIf;
  return asIf + (day.to - day.from) - wholeDay * minuteMs;
}

const isPlain = ({ from, to }: Bounds): boolean => to - from === wholeDay * minuteMs;

/** From half an hour before the first to half an hour after the last of what happens on any of the days, in half hours. */
export function clockHours(
  days: readonly (Bounds & { readonly stretches: readonly Stretch[] })[],
  zone: string,
): ClockHours {
  const minutes = days.flatMap((day) =>
    day.stretches.map(({ startsAt, endsAt }) => [clockMinute(day, startsAt, zone), clockMinute(day, endsAt, zone)]),
  );
  if (minutes.length === 0) return { first: 8.5 * 60, last: 17.5 * 60 };
  const [lowest, highest] = [Math.min(...minutes.flat()), Math.max(...minutes.flat())];
  return {
    first: Math.max(0, (Math.floor(lowest / 30) - 1) * 30),
    last: Math.min(wholeDay, (Math.ceil(highest / 30) + 1) * 30),
  };
}
