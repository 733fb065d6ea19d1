import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { healWork } from '../work/close-work-item';
import { type AppointmentId, type VisitId, newId } from '../ids';
import { AppError } from '../problems';
import { type Appointment, lockAppointment } from '../schedule/appointment';
import { appointmentLife } from '../schedule/appointment-state';
import { noteEvent } from '../timeline/note-event';
import { hoursBetween, toDate } from '../time/instant';

/** Nobody checks in for next week by a slip of the mouse. */
const earlyHours = 12;

/**
 * The client is here: makes the visit, and the clinician's screen tells her.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`
 */
export async function checkIn(
  tx: PracticeTx,
  request: { readonly appointmentId: AppointmentId; readonly version: number },
): Promise<VisitId> {
  const appointment = await lockAppointment(tx, request.appointmentId, request.version);
  if (hoursBetween(tx.now, appointment.startsAt) > earlyHours)
    throw new AppError('wrong_state', { entity: 'appointment', state: 'too_early', event: 'arrive' });
  const arrived = await move(tx, 'appointments', appointmentLife, appointment, 'arrive');
  const id = newId();
  await tx.rows('visits').insert({
    practice_id: tx.practiceId,
    id,
    appointment_id: appointment.id,
    client_id: appointment.client_id,
    clinician_id: appointment.clinician_id,
    modality: appointment.modality,
    state: 'waiting',
    arrived_at: toDate(tx.now),
    checked_in_by: tx.actor,
  });
  tx.touch({ record: id, fields: ['visit'] });
  await healWork(tx, appointment.id, ['client_missing']);
  await noteOnBoth(tx, appointment, id, 'visit.checked_in');
  await tx.announce('visit', id);
  await tx.tell('appointment', appointment.id, arrived.version, appointment.client_id);
  return id;
}

/** The appointment's timeline tells its visit too. */
export async function noteOnBoth(
  tx: PracticeTx,
  appointment: Pick<Appointment, 'id' | 'client_id'>,
  visitId: VisitId,
  code: 'visit.checked_in' | 'visit.seen' | 'visit.began' | 'visit.completed' | 'visit.left' | 'visit.checked_out',
  params: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await noteEvent(tx, {
    entity: 'appointment',
    refId: appointment.id,
    clientId: appointment.client_id,
    code,
    params,
    evidence: { kind: 'visit', id: visitId },
  });
}
