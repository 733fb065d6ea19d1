import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { healWork } from '../work/close-work-item';
import type { AppointmentId } from '../ids';
import { AppError } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { minutesBetween, toDate } from '../time/instant';
import { lockAppointment } from './appointment';
import { appointmentLife } from './appointment-state';
import { claimTime, refuseTaken } from './claim-time';

/**
 * Takes back a cancellation or a no-show, if the time is still free. Where the client was told that it is off, the reminders
 * start anew.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`, `slot_taken` with alternatives
 */
export async function restoreAppointment(
  tx: PracticeTx,
  request: { readonly id: AppointmentId; readonly version: number },
): Promise<void> {
  const appointment = await lockAppointment(tx, request.id, request.version);
  if (appointment.state === 'cancelled' && appointment.startsAt < tx.now)
    throw new AppError('wrong_state', { entity: 'appointment', state: 'past', event: 'restore' });
  const type = await tx.one<{ buffer_minutes: number }>`
    select buffer_minutes from appointment_types where practice_id = ${tx.practiceId} and id = ${appointment.type_id}`;
  const plan = {
    startsAt: appointment.startsAt,
    minutes: minutesBetween(appointment.startsAt, appointment.endsAt),
    bufferMinutes: type?.buffer_minutes ?? 0,
    clientId: appointment.client_id,
    clinicianId: appointment.clinician_id,
    roomId: appointment.room_id,
    zone: appointment.zone,
    doubleBook: false,
  };
  const wasCancelled = appointment.state === 'cancelled';
  if (wasCancelled) await refuseTaken(tx, plan, appointment.id);
  const restored = await move(tx, 'appointments', appointmentLife, appointment, 'restore', {
    cancelled_at: null,
    cancel_kind: null,
    cancel_reason: null,
    cancelled_by_client: null,
    notice_owed: false,
    confirmed_at: null,
    ...(appointment.notice_owed ? { occurrence: appointment.occurrence + 1, occurrence_at: toDate(tx.now) } : {}),
  });
  if (wasCancelled) await claimTime(tx, appointment.id, plan);
  await healWork(tx, appointment.id, ['client_missing']);
  tx.touch({ fields: ['state'] });
  await noteEvent(tx, {
    entity: 'appointment',
    refId: appointment.id,
    clientId: appointment.client_id,
    code: 'appointment.restored',
  });
  await tx.tell('appointment', appointment.id, restored.version, appointment.client_id);
}
