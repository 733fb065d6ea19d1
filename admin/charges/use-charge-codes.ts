import { useQuery } from '@tanstack/react-query';
import type { getChargeCodes } from '../../api/charges/charge.contract';
import { read } from '../../browser/http/ask';
import { pathOf } from '../../browser/http/http';
import { useFormats } from '../../browser/speech';
import { useProgram } from '../program-context';

interface CodeChoice {
  readonly value: string;
  /** "90785 · $25.00" */
  readonly name: string;
}

/** Services with a fee on the charge’s day that its visit is not billed as yet. Undefined until they are known. */
export function useChargeCodes(chargeId: string): readonly CodeChoice[] | undefined {
  const { http } = useProgram();
  const formats = useFormats();
  const { data } = useQuery({
    queryKey: ['charge-codes', chargeId],
    queryFn: ({ signal }) => read<typeof getChargeCodes>(http, pathOf('charges', chargeId, 'codes'), { signal }),
    gcTime: 0,
  });
  return data?.codes.map(({ code, cents }) => ({ value: code, name: `${code} · ${formats.money(cents)}` }));
}
