import { useQuery } from '@tanstack/react-query';
import type { getChargeCodes } from '../../api/charges/charge.contract';
import { read } from '../../browser/http/ask';
import { pathOf } from '../../browser/http/http';
import type { Problem } from '../../browser/http/problem';
import { problemOf } from '../../browser/http/problem-words';
import { useFormats } from '../../browser/speech';
import { useProgram } from '../program-context';

interface CodeChoice {
  readonly value: string;
  /** "90785 · $25.00" */
  readonly name: string;
}

interface ChargeCodes {
  /** Undefined until they are known. */
  readonly codes: readonly CodeChoice[] | undefined;
  /** Why they are not. */
  readonly unread: Problem | undefined;
  readonly again: () => void;
}

/** Services with a fee on the charge’s day that its visit is not billed as yet. */
export function useChargeCodes(chargeId: string): ChargeCodes {
  const { http } = useProgram();
  const formats = useFormats();
  const { data, error, refetch } = useQuery({
    queryKey: ['charge-codes', chargeId],
    queryFn: ({ signal }) => read<typeof getChargeCodes>(http, pathOf('charges', chargeId, 'codes'), { signal }),
    gcTime: 0,
  });
  return {
    codes: data?.codes.map(({ code, cents }) => ({ value: code, name: `${code} · ${formats.money(cents)}` })),
    unread: error && !data ? problemOf(error) : undefined,
    again: () => void refetch(),
  };
}
