import { useQuery } from '@tanstack/react-query';
import type { calendarDay } from '../../api/schedule/calendar.contract';
import { ask } from '../../browser/http/ask';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { isAutomatic } from '../data/automatic';
import { useProgram } from '../program-context';
import { type CalendarDay, dayKey } from './day-shape';

interface ReadDay {
  /** Undefined until it has been read. */
  readonly day: CalendarDay | undefined;
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

/** A day of the practice (`2026-12-01`), kept true by live hints. */
export function useCalendarDay(day: string): ReadDay {
  const { http } = useProgram();
  const { data, error, refetch } = useQuery({
    queryKey: dayKey(day),
    queryFn: ({ signal }) =>
      ask<typeof calendarDay>(http, 'calendar/day', { day }, { signal, automatic: isAutomatic() }),
    staleTime: Infinity,
  });
  return {
    day: data,
    problem: error && !data ? problemOf(error) : undefined,
    again: () => void refetch(),
  };
}
