import { useQuery } from '@tanstack/react-query';
import type { calendarDay } from '../../api/schedule/calendar.contract';
import type { BodyOf } from '../../api/http/contract';
import { ask } from '../../browser/http/ask';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { isAutomatic } from '../data/automatic';
import { useProgram } from '../program-context';
import { type CalendarDay, type DaysWish, daysKey } from './day-shape';

export interface ReadDays {
  /** Undefined until it has been read. */
  readonly day: CalendarDay | undefined;
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

type Overview = Required<BodyOf<typeof calendarDay>>;

/** A day of the practice (`2026-12-01`), kept true by live hints. */
export const useCalendarDay = (day: string): ReadDays => useDays(daysKey({ day }), { day });

/** Several days, kept true in the same way. */
export const useCalendarDays = (wish: DaysWish): ReadDays => useDays(daysKey(wish), wish);

/** How many appointments each of several days has, and the first of them; asked again with whatever changes. */
export const useCalendarOverview = (wish: Overview): ReadDays => useDays(['calendar-overview', wish], wish);

function useDays(queryKey: readonly unknown[], wish: BodyOf<typeof calendarDay>): ReadDays {
  const { http } = useProgram();
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => ask<typeof calendarDay>(http, 'calendar/day', wish, { signal, automatic: isAutomatic() }),
    staleTime: Infinity,
  });
  return {
    day: data,
    problem: error && !data ? problemOf(error) : undefined,
    again: () => void refetch(),
  };
}
