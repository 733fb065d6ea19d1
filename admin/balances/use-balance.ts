import { useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '../../api/http/contract';
import type { getBalance } from '../../api/balances/balance.contract';
import { read } from '../../browser/http/ask';
import { pathOf } from '../../browser/http/http';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { isAutomatic } from '../data/automatic';
import { useProgram } from '../program-context';

export type Balance = ResponseOf<typeof getBalance>;
export type Share = Balance['shares'][number];
export type Payment = Balance['payments'][number];

interface Loaded {
  readonly balance: Balance | undefined;
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

/** What one client owes, and why. Live hints ask again. */
export function useBalance(clientId: string, enabled = true): Loaded {
  const { http } = useProgram();
  const { data, error, refetch } = useQuery({
    queryKey: ['balance', clientId],
    queryFn: ({ signal }) =>
      read<typeof getBalance>(http, pathOf('clients', clientId, 'balance'), { signal, automatic: isAutomatic() }),
    enabled,
  });
  return { balance: data, problem: error ? problemOf(error) : undefined, again: () => void refetch() };
}
