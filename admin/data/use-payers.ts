import { useQuery } from '@tanstack/react-query';
import type { getPayers } from '../../api/billing/payer.contract';
import type { ResponseOf } from '../../api/http/contract';
import { read } from '../../browser/http/ask';
import { useMay } from '../../browser/session/use-session';
import { useProgram } from '../program-context';
import { isAutomatic } from './automatic';

type Payers = ResponseOf<typeof getPayers>['payers'];

/** Insurers that the practice bills, by name. Undefined until they are known. */
export function usePayers(): Payers | undefined {
  const { http } = useProgram();
  const { data } = useQuery({
    queryKey: ['payers'],
    queryFn: ({ signal }) => read<typeof getPayers>(http, 'payers', { signal, automatic: isAutomatic() }),
    enabled: useMay('coverage.read'),
  });
  return data?.payers;
}
