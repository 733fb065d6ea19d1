/** A stretch of time, in epoch milliseconds. */
export interface Stretch {
  readonly startsAt: number;
  readonly endsAt: number;
}

const halfMs = 30 * 60_000;
const hourMs = 2 * halfMs;

/** From nine to five, where nobody works and nothing is booked. */
const usual = { from: 9 * hourMs, to: 17 * hourMs };

/**
 * What of a day is drawn: everything that happens in it, in whole half hours of that day, with half an hour of air before and
 * after. Counted in time that passes from the day's first instant, so that days of 23 and 25 hours are drawn as long as they are.
 */
export function shownHours(
  day: { readonly from: number; readonly to: number },
  stretches: readonly Stretch[],
): Stretch {
  const starts = stretches.map(({ startsAt }) => Math.max(day.from, startsAt));
  const ends = stretches.map(({ endsAt }) => Math.min(day.to, endsAt));
  const first = stretches.length > 0 ? Math.min(...starts) : day.from + usual.from;
  const last = stretches.length > 0 ? Math.max(...ends) : day.from + usual.to;
  const startsAt = day.from + (Math.floor((first - day.from) / halfMs) - 1) * halfMs;
  const endsAt = day.from + (Math.ceil((last - day.from) / halfMs) + 1) * halfMs;
  return { startsAt: Math.max(day.from, startsAt), endsAt: Math.min(day.to, endsAt) };
}

/** Every full hour of the day within what is drawn. */
export function hoursWithin(day: { readonly from: number }, { startsAt, endsAt }: Stretch): readonly number[] {
  const first = day.from + Math.ceil((startsAt - day.from) / hourMs) * hourMs;
  return Array.from({ length: Math.max(0, Math.floor((endsAt - first) / hourMs) + 1) }, (_, n) => first + n * hourMs);
}
