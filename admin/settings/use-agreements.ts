import { useQuery } from '@tanstack/react-query';
import type { AgreementView, getAgreements } from '../../api/practice/agreement.contract';
import { read } from '../../browser/http/ask';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { isAutomatic } from '../data/automatic';
import { useProgram } from '../program-context';

/** What is asked for again once an agreement was recorded or is over. */
export const agreementChanges = ['agreements', 'claim-batches', 'work-items'] as const;

/** The register of business associate agreements; a live hint about the practice asks for it again. */
export function useAgreements(): {
  readonly agreements: readonly AgreementView[] | undefined;
  readonly problem: Problem | undefined;
  readonly again: () => void;
} {
  const { http } = useProgram();
  const { data, error, refetch } = useQuery({
    queryKey: ['agreements'],
    queryFn: ({ signal }) => read<typeof getAgreements>(http, 'agreements', { signal, automatic: isAutomatic() }),
  });
  return {
    agreements: data?.agreements,
    problem: error && !data ? problemOf(error) : undefined,
    again: () => void refetch(),
  };
}
