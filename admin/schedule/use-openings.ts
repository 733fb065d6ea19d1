import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { findOpenings } from '../../api/schedule/calendar.contract';
import type { ResponseOf } from '../../api/http/contract';
import { ask } from '../../browser/http/ask';
import { isAutomatic } from '../data/automatic';
import { useProgram } from '../program-context';

/** Free stretches of a day, or of the next one that has any. */
export type Openings = ResponseOf<typeof findOpenings>;

const quarterMs = 15 * 60_000;

/** What is free from `now` (epoch milliseconds) on; asked for anew with each quarter of an hour. Undefined until it is known. */
export function useOpenings(day: string, now: number): Openings | undefined {
  const { http } = useProgram();
  const { data } = useQuery({
    queryKey: ['openings', day, Math.floor(now / quarterMs)],
    queryFn: ({ signal }) =>
      ask<typeof findOpenings>(http, 'calendar/openings', { day }, { signal, automatic: isAutomatic() }),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  return data;
}
