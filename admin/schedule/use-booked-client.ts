import { useQuery } from '@tanstack/react-query';
import { useGetOne } from 'react-admin';
import type { ClientView } from '../../api/clients/client.contract';
import type { AppointmentView, searchAppointments } from '../../api/schedule/appointment.contract';
import { ask } from '../../browser/http/ask';
import { useProgram } from '../program-context';

interface BookedClient {
  readonly client: ClientView | undefined;
  /** The latest appointment, past or ahead, that was not called off; null: there is none. Undefined while it is being read. */
  readonly last: AppointmentView | null | undefined;
  /** Who sees the client, by membership. Undefined while it is being read. */
  readonly careTeam: readonly string[] | undefined;
}

const held = ['scheduled', 'confirmed', 'arrived', 'in_session', 'completed', 'no_show'] as const;

/** What is known of a client who is about to be booked. */
export function useBookedClient(id: string | undefined): BookedClient {
  const { http } = useProgram();
  const one = useGetOne<ClientView>('clients', { id: id ?? '' }, { enabled: id !== undefined });
  const client = one.data && 'careTeam' in one.data ? one.data : undefined;
  const { data: last, isError } = useQuery({
    queryKey: ['last-appointment', id],
    queryFn: async ({ signal }) => {
      const filter = { clientId: id ?? '', states: [...held] };
      const body = { filter, sort: { field: 'startsAt' as const, order: 'DESC' as const }, range: [0, 0] as [0, 0] };
      return (await ask<typeof searchAppointments>(http, 'appointments/search', body, { signal })).rows[0] ?? null;
    },
    enabled: id !== undefined,
    gcTime: 0,
    staleTime: 0,
  });
  if (id === undefined) return nobody;
  return {
    client,
    careTeam: client?.careTeam.map(({ membershipId }) => membershipId) ?? (one.isError ? [] : undefined),
    last: last ?? (isError ? null : last),
  };
}

const nobody: BookedClient = { client: undefined, last: null, careTeam: [] };
