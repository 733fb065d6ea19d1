import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '../../api/http/contract';
import { read } from '../../browser/http/ask';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { isAutomatic } from '../data/automatic';
import { useProgram } from '../program-context';

interface ReadReport<View> {
  /** Undefined until it is known. That of the day before stays while another one is asked for. */
  readonly view: View | undefined;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

/** One report as of a day, typed by its contract. */
export function useReport<C>(path: string, asOf?: string): ReadReport<ResponseOf<C>> {
  const { http } = useProgram();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['reports', path, asOf],
    queryFn: ({ signal }) =>
      read<C>(http, `reports/${path}${asOf === undefined ? '' : `?asOf=${asOf}`}`, {
        signal,
        automatic: isAutomatic(),
      }),
    placeholderData: keepPreviousData,
  });
  return {
    view: data,
    busy: isFetching,
    problem: error ? problemOf(error) : undefined,
    again: () => void refetch(),
  };
}
