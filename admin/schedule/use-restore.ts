import { useState } from 'react';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import type { ConsequenceView } from '../../api/schedule/consequences.contract';
import type { Problem } from '../../browser/http/problem';
import { useAppointmentAct } from './use-appointment-act';
import { useMeanwhile } from './use-meanwhile';
import { type When, useWhen } from './use-when';

export interface RestoreForm {
  /** What is restored: the appointment as it is now. */
  readonly on: AppointmentDetail;
  /** It is another than the one that was looked at first. */
  readonly changed: boolean;
  readonly when: When;
  /** Its own time is taken, or another was chosen: there is a time to find. */
  readonly finds: boolean;
  readonly doubleBook: boolean;
  readonly setDoubleBook: (doubleBook: boolean) => void;
  readonly consequences: readonly ConsequenceView[] | undefined;
  /** Not at this time, or not at all. */
  readonly impossible: boolean;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  readonly send: () => Promise<void>;
}

/** Takes back a cancellation at its time, or, where someone else has that now, at another, by one command. */
export function useRestore(
  appointment: AppointmentDetail,
  onRestored: (appointment: AppointmentDetail) => void,
): RestoreForm {
  const { on, changed, problem, take } = useMeanwhile(appointment);
  const [doubleBook, setDoubleBook] = useState(false);
  const [tried, setTried] = useState<string>();
  const { id, clientId, clinicianId, typeId, minutes, roomId, localStart } = on;
  const isOff = on.state === 'cancelled'; // the time of somebody who did not come is still theirs
  const place = { appointmentId: id, clientId, clinicianId, typeId, minutes, roomId };
  const when = useWhen(isOff ? place : undefined, { given: localStart });
  const moved = isOff && when.start !== localStart;
  const ask = when.start === undefined ? undefined : { of: 'restore' as const, ...(moved && { start: when.start }) };
  const { act, busy, consequences, unknown } = useAppointmentAct(on, ask, onRestored);
  const taken = when.taken !== undefined;
  return {
    on,
    changed,
    when,
    finds: taken || moved,
    doubleBook,
    setDoubleBook,
    consequences,
    impossible: unknown !== undefined || when.start === undefined || (taken && !doubleBook),
    problem: (tried === when.start ? problem : undefined) ?? unknown, // what another time met is none of this one's
    busy,
    send: async () => {
      setTried(when.start);
      const found = await act('restore', on.version, { ...(moved && { start: when.start }), doubleBook });
      take(found && when.refused(found) ? undefined : found);
    },
  };
}
