import { useQuery } from '@tanstack/react-query';
import type { BodyOf, ResponseOf } from '../../api/http/contract';
import { ask } from '../../browser/http/ask';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { useProgram } from '../program-context';

interface Asked<T> {
  /** Undefined while it is being found out. */
  readonly answer: T | undefined;
  readonly problem: Problem | undefined;
}

/** Asks what would be, anew for each body; nothing is asked while there is none. `name` is the first part of its key in the cache. */
export function useAsked<C>(name: string, path: string, body: BodyOf<C> | undefined): Asked<ResponseOf<C>> {
  const { http } = useProgram();
  const { data, error } = useQuery({
    queryKey: [name, path, body],
    queryFn: ({ signal }) => ask<C>(http, path, body as BodyOf<C>, { signal }),
    enabled: body !== undefined,
    gcTime: 0,
    staleTime: 0,
  });
  return { answer: data, problem: error ? problemOf(error) : undefined };
}
