import { useEffect, useRef } from 'react';
import type { AppointmentView } from '../../api/schedule/appointment.contract';
import { useProgram } from '../program-context';
import { useWords } from '../words';

/** Tells a clinician, while the page is open, that someone of hers has come. */
export function useArrivals(appointments: readonly AppointmentView[] | undefined, me: string | undefined): void {
  const say = useWords();
  const { toasts } = useProgram();
  const known = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    if (!appointments) return;
    const here = appointments.filter(({ clinicianId, state }) => clinicianId === me && state === 'arrived');
    const before = known.current;
    known.current = new Set(here.map(({ id }) => id));
    if (!before) return; // they were here when the page was opened: it shows them
    for (const { id, clientName, visit } of here)
      if (!before.has(id) && visit?.seenAt === null) toasts.add({ text: say('today.arrived', { name: clientName }) });
  }, [appointments, me, say, toasts]);
}
