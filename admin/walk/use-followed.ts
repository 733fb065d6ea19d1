import { useQuery } from '@tanstack/react-query';
import { useGetList } from 'react-admin';
import type { ChargeView } from '../../api/charges/charge.contract';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import type { getMessageSandbox } from '../../api/system/system.contract';
import { read } from '../../browser/http/ask';
import { useMay, useSession } from '../../browser/session/use-session';
import { useNow } from '../../browser/use-now';
import { isAutomatic } from '../data/automatic';
import { useWhole } from '../data/use-whole';
import { useProgram } from '../program-context';
import { type Walk, type WalkRights, walkOf } from './walk-steps';

export interface Followed {
  readonly walk: Walk;
  readonly appointment: AppointmentDetail | undefined;
  readonly charge: ChargeView | undefined;
  readonly sandboxUrl: string | null;
}

/** The walk before anything was booked for it. */
export function useNotBegun(): Followed {
  const rights = useWalkRights();
  const none = { appointment: undefined, charge: undefined };
  return { walk: walkOf({ ...none, rights, sandbox: false, now: 0 }), ...none, sandboxUrl: null };
}

/** The walk along the records of what was booked. Undefined until they have come. */
export function useFollowed(appointmentId: string): Followed | undefined {
  const now = useNow().getTime();
  const rights = useWalkRights();
  const { record, problem } = useWhole<AppointmentDetail>('appointments', appointmentId, 'reminders');
  const sandboxUrl = useSandboxUrl();
  const charge = useCharge(record, rights.readBilling);
  // it is not there any more, or not for this person: another one is booked
  const appointment = problem ? undefined : record;
  if ((!record && !problem) || sandboxUrl === undefined) return undefined;
  return {
    walk: walkOf({ appointment, charge, rights, sandbox: sandboxUrl !== null, now }),
    appointment,
    charge,
    sandboxUrl,
  };
}

/** The first thing that the visit is billed as. The client stands in the question so that changes of her claim ask again. */
function useCharge(appointment: AppointmentDetail | undefined, may: boolean): ChargeView | undefined {
  const visitId = appointment?.visit?.id;
  const { data = [] } = useGetList<ChargeView>(
    'charges',
    { filter: { visitId, clientId: appointment?.clientId }, pagination: { page: 1, perPage: 1 } },
    { enabled: may && visitId !== undefined },
  );
  return data[0];
}

function useSandboxUrl(): string | null | undefined {
  const { http } = useProgram();
  const { data, isError } = useQuery({
    queryKey: ['message-sandbox'],
    queryFn: ({ signal }) =>
      read<typeof getMessageSandbox>(http, 'message-sandbox', { signal, automatic: isAutomatic() }),
    staleTime: Infinity,
  });
  return isError ? null : data?.url;
}

function useWalkRights(): WalkRights {
  return {
    me: useSession()?.person.membershipId,
    checkIn: useMay('visits.check_in'),
    writeNotes: useMay('notes.write'),
    readBilling: useMay('billing.read'),
  };
}
