import { useGetList } from 'react-admin';
import { useMemo } from 'react';
import type { WorkItemView } from '../../api/work/work.contract';
import { problemOf } from '../../browser/http/problem-words';
import type { Problem } from '../../browser/http/problem';
import { useUrlFilter } from '../data/url-filter';
import { type WorkGroup, groupWork } from './work-groups';

const queues = ['front_desk', 'clinician', 'billing', 'practice'] as const satisfies readonly WorkItemView['queue'][];
const yes = ['yes'] as const;
/** The longest page of a list; more waits until these are done. */
export const mostItems = 200;

export interface WorkFilters {
  readonly queue: WorkItemView['queue'] | undefined;
  readonly setQueue: (queue: WorkItemView['queue'] | undefined) => void;
  readonly mine: boolean;
  readonly setMine: (mine: boolean) => void;
  readonly filter: Readonly<Record<string, unknown>>;
}

export const workQueueNames = queues;

export function useWorkFilters(): WorkFilters {
  const [queue, setQueue] = useUrlFilter('queue', queues);
  const [mine, setMine] = useUrlFilter('mine', yes);
  const filter = useMemo(
    () => ({ state: 'open', ...(queue && { queue }), ...(mine && { mine: true }) }),
    [queue, mine],
  );
  return {
    queue,
    setQueue,
    mine: mine !== undefined,
    setMine: (on) => setMine(on ? 'yes' : undefined),
    filter,
  };
}

interface Work {
  /** Undefined while it is read for the first time. */
  readonly groups: readonly WorkGroup[] | undefined;
  readonly items: readonly WorkItemView[];
  readonly total: number;
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

/** Open work, kept true by live hints. */
export function useWork(filter: WorkFilters['filter']): Work {
  const { data, total, error, refetch } = useGetList<WorkItemView>('work-items', {
    filter,
    sort: { field: 'dueAt', order: 'ASC' },
    pagination: { page: 1, perPage: mostItems },
  });
  const groups = useMemo(() => (data ? groupWork(data) : undefined), [data]);
  const items = useMemo(() => groups?.flatMap((group) => group.items) ?? [], [groups]);
  return {
    groups,
    items,
    total: total === undefined ? items.length : Math.max(items.length, total - ((data?.length ?? 0) - items.length)),
    problem: error && !data ? problemOf(error) : undefined,
    again: () => void refetch(),
  };
}
