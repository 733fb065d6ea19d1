import { useQuery } from '@tanstack/react-query';
import type { getPayers } from '../../api/billing/payer.contract';
import type { ResponseOf } from '../../api/http/contract';
import { read } from '../../browser/http/ask';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { useMay } from '../../browser/session/use-session';
import { useProgram } from '../program-context';
import { isAutomatic } from './automatic';

type Payers = ResponseOf<typeof getPayers>['payers'];

interface KnownPayers {
  /** Undefined until they are known. */
  readonly payers: Payers | undefined;
  /** Why they are not. */
  readonly problem: Problem | undefined;
  readonly again: () => void;
}

/** Insurers that the practice bills, by name. */
export function usePayers(): KnownPayers {
  const { http } = useProgram();
  const { data, error, refetch } = useQuery({
    queryKey: ['payers'],
    queryFn: ({ signal }) => read<typeof getPayers>(http, 'payers', { signal, automatic: isAutomatic() }),
    enabled: useMay('coverage.read'),
  });
  return {
    payers: data?.payers,
    problem: error && !data ? problemOf(error) : undefined,
    again: () => void refetch(),
  };
}
