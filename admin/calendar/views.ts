import { addDays } from '../../browser/iso-day';

/** How much of the calendar is shown at once. */
export const views = ['day', 'week', 'month', 'list'] as const;
export type View = (typeof views)[number];

/** Days that follow one another. */
export interface Span {
  readonly first: string;
  readonly days: number;
}

/** How many days a list looks ahead. */
const listDays = 14;
const weekDays = 7;

/** What a view shows for a day: itself, its week from Sunday on, the weeks of its month, or the days from it on. */
export function spanOf(view: View, day: string): Span {
  if (view === 'day') return { first: day, days: 1 };
  if (view === 'list') return { first: day, days: listDays };
  if (view === 'week') return { first: sundayOf(day), days: weekDays };
  const first = sundayOf(firstOfMonth(day));
  const lastWeek = sundayOf(addDays(nextMonth(day), -1));
  return { first, days: (midnightOf(lastWeek) - midnightOf(first)) / dayMs + weekDays };
}

/** The day that a view shows so many steps on, or back: a month later is the same day of it, or its last. */
export function stepBy(view: View, day: string, steps: number): string {
  if (view !== 'month') return addDays(day, steps * spanOf(view, day).days);
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  const last = new Date(Date.UTC(year, month + steps, 0)).getUTCDate();
  return isoOf(Date.UTC(year, month - 1 + steps, Math.min(date, last)));
}

/** Every day of a span, in order. */
export const daysOf = ({ first, days }: Span): readonly string[] =>
  Array.from({ length: days }, (_, after) => addDays(first, after));

export const lastOf = ({ first, days }: Span): string => addDays(first, days - 1);

export const isSameMonth = (a: string, b: string): boolean => a.slice(0, 7) === b.slice(0, 7);

const dayMs = 86_400_000;
const midnightOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const isoOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const sundayOf = (day: string): string => addDays(day, -new Date(midnightOf(day)).getUTCDay());
const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;
const nextMonth = (day: string): string => isoOf(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1));
