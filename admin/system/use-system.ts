import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { getSystem, SystemView } from '../../api/system/system.contract';
import { read } from '../../browser/http/ask';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { useProgram } from '../program-context';

const everyMs = 10_000;

interface Looked {
  readonly system: SystemView | undefined;
  /** The last look failed; what is shown is from before. */
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

/** Looks at every part, and again every ten seconds while the page is in sight. */
export function useSystem(): Looked {
  const { http } = useProgram();
  const { data, error, refetch } = useQuery({
    queryKey: ['system'],
    queryFn: ({ signal }) => read<typeof getSystem>(http, 'system', { signal, automatic: true }),
    refetchInterval: everyMs,
    placeholderData: keepPreviousData,
  });
  return { system: data, problem: error ? problemOf(error) : undefined, again: () => void refetch() };
}
