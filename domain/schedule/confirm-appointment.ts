import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import type { AppointmentId } from '../ids';
import { AppError } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { toDate } from '../time/instant';
import { lockAppointment } from './appointment';
import { appointmentLife } from './appointment-state';

/**
 * The client will come. Confirming twice is confirming once.
 * @throws AppError `not_found`, `stale_version`, `wrong_state` (also once the appointment has begun)
 */
export async function confirmAppointment(
  tx: PracticeTx,
  request: { readonly id: AppointmentId; readonly version?: number | undefined; readonly by: 'client' | 'staff' },
): Promise<void> {
  const appointment = await lockAppointment(tx, request.id, request.version);
  if (appointment.state === 'confirmed') return;
  if (appointment.endsAt <= tx.now)
    throw new AppError('wrong_state', { entity: 'appointment', state: 'past', event: 'confirm' });
  const confirmed = await move(tx, 'appointments', appointmentLife, appointment, 'confirm', {
    confirmed_at: toDate(tx.now),
  });
  await noteEvent(tx, {
    entity: 'appointment',
    refId: appointment.id,
    clientId: appointment.client_id,
    code: 'appointment.confirmed',
    params: { by: request.by },
  });
  await tx.tell('appointment', appointment.id, confirmed.version, appointment.client_id);
}
