import { useQuery } from '@tanstack/react-query';
import type { getBillingSettings } from '../../api/billing/settings.contract';
import type { ResponseOf } from '../../api/http/contract';
import { read } from '../../browser/http/ask';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { useMay } from '../../browser/session/use-session';
import { isAutomatic } from '../data/automatic';
import { useProgram } from '../program-context';

export type BillingSettings = ResponseOf<typeof getBillingSettings>;

/** What is asked for again once something by which the practice bills was changed. */
export const settingsChanges = ['billing-settings', 'work-items'] as const;

/** Everything by which the practice bills; a live hint about the practice asks for it again. */
export function useBillingSettings(): {
  readonly settings: BillingSettings | undefined;
  readonly problem: Problem | undefined;
  readonly again: () => void;
} {
  const { http } = useProgram();
  const { data, error, refetch } = useQuery({
    queryKey: ['billing-settings'],
    queryFn: ({ signal }) =>
      read<typeof getBillingSettings>(http, 'billing-settings', { signal, automatic: isAutomatic() }),
    enabled: useMay('billing.read'),
  });
  return { settings: data, problem: error && !data ? problemOf(error) : undefined, again: () => void refetch() };
}
