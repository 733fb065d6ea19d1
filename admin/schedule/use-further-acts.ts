import type { AppointmentView } from '../../api/schedule/appointment.contract';
import type { Deciding } from '../today/decisions';
import type { RunAct } from '../today/use-desk-acts';
import type { PageAct } from './appointment-acts';
import { useAppointmentDialogs } from './use-appointment-dialogs';

/** What each further act does: at once, or after a dialog that shows its consequences. */
export function useFurtherActs(
  appointment: AppointmentView,
  run: RunAct,
  decide: (what: Deciding['what']) => void,
): Readonly<Record<PageAct, () => void>> {
  const dialogs = useAppointmentDialogs();
  const { id, clientId, clinicianId } = appointment;
  return {
    see: () => void run(appointment, 'see'),
    confirm: () => void run(appointment, 'confirm'),
    missed: () => decide('missed'),
    came: () => decide('came'),
    left: () => decide('left'),
    move: () => dialogs.move(id),
    cancel: () => dialogs.cancel(id),
    restore: () => dialogs.restore(id),
    next: () => dialogs.book({ clientId, staffId: clinicianId }),
  };
}
