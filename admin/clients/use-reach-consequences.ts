import { useQuery } from '@tanstack/react-query';
import type { ReminderShiftView, askReachConsequences } from '../../api/clients/client.contract';
import type { BodyOf } from '../../api/http/contract';
import { ask } from '../../browser/http/ask';
import { pathOf } from '../../browser/http/http';
import { problemOf } from '../../browser/http/problem-words';
import type { Problem } from '../../browser/http/problem';
import { useProgram } from '../program-context';

export type ReachChange = BodyOf<typeof askReachConsequences>;

interface Asked {
  /** Undefined while it is being found out. */
  readonly shifts: readonly ReminderShiftView[] | undefined;
  readonly problem: Problem | undefined;
}

/** Which reminders a change would let fall away or bring back, by the plan that the workflow follows; asked anew each time. */
export function useReachConsequences(clientId: string, change: ReachChange): Asked {
  const { http } = useProgram();
  const { data, error } = useQuery({
    queryKey: ['reach-consequences', clientId, change],
    queryFn: ({ signal }) =>
      ask<typeof askReachConsequences>(http, pathOf('clients', clientId, 'reach-consequences'), change, { signal }),
    gcTime: 0,
    staleTime: 0,
  });
  return { shifts: data?.shifts, problem: error ? problemOf(error) : undefined };
}
