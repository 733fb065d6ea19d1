import { useQuery } from '@tanstack/react-query';
import type { ClientBillingView, getClientBilling } from '../../api/billing/coverage.contract';
import { read } from '../../browser/http/ask';
import { pathOf } from '../../browser/http/http';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { isAutomatic } from '../data/automatic';
import { useProgram } from '../program-context';

/** What is asked for again once something of a client's insurance was changed. */
export const billingChanges = ['client-billing', 'timeline', 'work-items', 'balance'] as const;

interface ClientBilling {
  readonly billing: ClientBillingView | undefined;
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

export const billingPathOf = (clientId: string): string => pathOf('clients', clientId, 'billing');

/** A client's insurances, address and what payers have agreed to; a live hint about the client asks for them again. */
export function useClientBilling(clientId: string): ClientBilling {
  const { http } = useProgram();
  const { data, error, refetch } = useQuery({
    queryKey: ['client-billing', clientId],
    queryFn: ({ signal }) =>
      read<typeof getClientBilling>(http, billingPathOf(clientId), { signal, automatic: isAutomatic() }),
  });
  return { billing: data, problem: error && !data ? problemOf(error) : undefined, again: () => void refetch() };
}
