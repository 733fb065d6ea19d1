import type { CalendarDay } from '../schedule/day-shape';
import { type Held, type Resource, dayColumns } from './day-columns';
import type { Bounds } from './scale';
import type { Stretch } from './shown-hours';

/** One of several days: everything of those whose time is shown. */
export interface WeekColumn extends Bounds {
  readonly day: string;
  readonly hours: readonly Stretch[];
  readonly held: readonly Held[];
}

/**
 * Several days, a column for each. What has a part in two of them stands in both; what holds the time of two who are shown (a
 * clinician and her room) stands once.
 */
export function weekColumns(range: CalendarDay, resources: readonly Resource[]): readonly WeekColumn[] {
  const columns = dayColumns(range, resources);
  const many = resources.length > 1;
  const held = columns.flatMap(({ resource, held }) =>
    held.map((one) => (many ? { ...one, whose: resource.name } : one)),
  );
  const once = [...new Map(held.toReversed().map((one) => [nameOf(one), one])).values()];
  const hours = columns.flatMap((column) => column.hours);
  return range.days.map(({ day, from, to }) => {
    const within = ({ startsAt, endsAt }: Stretch) => startsAt < to && endsAt > from;
    return {
      day,
      from,
      to,
      hours: hours.filter(within),
      held: once
        .filter(within)
        .map((one) => ({ ...one, key: `${day} ${one.key}` }))
        .toSorted((a, b) => a.startsAt - b.startsAt || (a.key < b.key ? -1 : 1)),
    };
  });
}

const nameOf = (held: Held): string => (held.kind === 'appointment' ? held.appointment.id : held.key);

/** The same days to read one after the other: each thing on the day on which it begins, or on the first that is shown. */
export const agendaOf = (range: CalendarDay, resources: readonly Resource[]): readonly WeekColumn[] =>
  weekColumns(range, resources).map((column, index) => ({
    ...column,
    held: column.held.filter(({ startsAt }) => startsAt >= column.from || index === 0),
  }));
