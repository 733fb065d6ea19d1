/** The day on the calendar of a zone at an instant: `2026-12-01`. */
export function isoDay(at: number | Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** A day on the calendar so many days later: `2026-11-30` and 2 is `2026-12-02`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** How many days the second is after the first: never fewer than none. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000));

/** Whether a text is a day on the calendar: `2026-02-30` is none. */
export const isDay = (text: string): boolean => {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
};

/** Whole years between two days on the calendar, `2026-12-01`: how old someone born on the first is on the second. */
export function yearsBetween(from: string, to: string): number {
  const [years, sameOrLater] = [Number(to.slice(0, 4)) - Number(from.slice(0, 4)), to.slice(5) >= from.slice(5)];
  return sameOrLater ? years : years - 1;
}
