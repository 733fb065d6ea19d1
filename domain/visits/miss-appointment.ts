import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { healWork } from '../work/close-work-item';
import type { AppointmentId } from '../ids';
import { AppError } from '../problems';
import { lockAppointment } from '../schedule/appointment';
import { appointmentLife } from '../schedule/appointment-state';
import { noteEvent } from '../timeline/note-event';

/**
 * A person decides that the client did not come. Kept only asks.
 * @throws AppError `not_found`, `stale_version`, `wrong_state` (also before the start)
 */
export async function missAppointment(
  tx: PracticeTx,
  request: { readonly id: AppointmentId; readonly version: number },
): Promise<void> {
  const appointment = await lockAppointment(tx, request.id, request.version);
  if (appointment.startsAt > tx.now)
    throw new AppError('wrong_state', { entity: 'appointment', state: 'ahead', event: 'miss' });
  const missed = await move(tx, 'appointments', appointmentLife, appointment, 'miss');
  await healWork(tx, appointment.id, ['client_missing']);
  await noteEvent(tx, {
    entity: 'appointment',
    refId: appointment.id,
    clientId: appointment.client_id,
    code: 'appointment.missed',
  });
  await tx.tell('appointment', appointment.id, missed.version, appointment.client_id);
}
