import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { copaysDueContract } from '../../api/balances/balance.contract';
import { ask } from '../../browser/http/ask';
import { useMay } from '../../browser/session/use-session';
import { isAutomatic } from '../data/automatic';
import { useProgram } from '../program-context';

/** As many as the server answers at once. */
const most = 200;

/** Cents still to be taken, by appointment: for whoever takes payments. Without an answer nothing is said. */
export function useCopaysDue(appointmentIds: readonly string[]): ReadonlyMap<string, number> {
  const { http } = useProgram();
  const mayTake = useMay('payments.take');
  const ids = appointmentIds.slice(0, most);
  const { data } = useQuery({
    queryKey: ['copays', ids],
    queryFn: ({ signal }) =>
      ask<typeof copaysDueContract>(http, 'appointments/copays', { ids }, { signal, automatic: isAutomatic() }),
    enabled: mayTake && ids.length > 0,
    placeholderData: (before) => before,
  });
  return useMemo(() => new Map(data?.copays.map(({ appointmentId, dueCents }) => [appointmentId, dueCents])), [data]);
}
