import { useGetList } from 'react-admin';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { WorkItemView } from '../../api/work/work.contract';
import { problemOf } from '../../browser/http/problem-words';
import type { Problem } from '../../browser/http/problem';
import { useSession } from '../../browser/session/use-session';
import { useUrlFilter } from '../data/url-filter';
import { ownQueue } from './own-queue';
import { type WorkGroup, groupWork } from './work-groups';

const queues = ['front_desk', 'clinician', 'billing', 'practice'] as const satisfies readonly WorkItemView['queue'][];
const choices = [...queues, 'all'] as const;
const yes = ['yes'] as const;
const nobody: readonly string[] = [];
/** The longest page of a list; more waits until these are done. */
export const mostItems = 200;

export interface WorkFilters {
  readonly queue: WorkItemView['queue'] | undefined;
  readonly setQueue: (queue: WorkItemView['queue'] | undefined) => void;
  readonly mine: boolean;
  readonly setMine: (mine: boolean) => void;
  /** Everyone's, of every queue. */
  readonly showAll: () => void;
  readonly filter: Readonly<Record<string, unknown>>;
}

export const workQueueNames = queues;

/** Each begins with the queue of her role; what she chooses instead stands in the address. */
export function useWorkFilters(): WorkFilters {
  const own = ownQueue(useSession()?.roles ?? nobody);
  const [chosen, choose] = useUrlFilter('queue', choices);
  const [, setParams] = useSearchParams();
  const queue = chosen === undefined ? own : chosen === 'all' ? undefined : chosen;
  const [mine, setMine] = useUrlFilter('mine', yes);
  const filter = useMemo(
    () => ({ state: 'open', ...(queue && { queue }), ...(mine && { mine: true }) }),
    [queue, mine],
  );
  return {
    queue,
    setQueue: (next) => choose(next === own ? undefined : (next ?? 'all')),
    showAll: () => setParams(own === undefined ? {} : { queue: 'all' }, { replace: true }),
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
