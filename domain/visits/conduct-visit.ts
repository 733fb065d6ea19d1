import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import type { VisitsRow } from '../database/tables.generated';
import type { VisitId } from '../ids';
import { AppError } from '../problems';
import { type Appointment, lockAppointment } from '../schedule/appointment';
import { type AppointmentEvent, appointmentLife } from '../schedule/appointment-state';
import { toDate } from '../time/instant';
import { noteOnBoth } from './check-in';
import { type VisitEvent, visitLife } from './visit-state';

export interface VisitRequest {
  readonly id: VisitId;
  readonly version: number;
}

/** The clinician has seen that the client is here; the front desk sees that she has. Seen twice is seen once. */
export async function seeArrival(tx: PracticeTx, request: VisitRequest): Promise<void> {
  const { visit } = await lockVisit(tx, request);
  if (visit.seen_at !== null) return;
  await tx
    .rows('visits')
    .where({ practice_id: tx.practiceId, id: visit.id })
    .update({ seen_at: toDate(tx.now), version: visit.version + 1 });
  await noteOnBoth(tx, { id: visit.appointment_id, client_id: visit.client_id }, visit.id, 'visit.seen');
  await announceVisit(tx, visit);
}

/** The session begins. @throws AppError `not_found`, `stale_version`, `wrong_state` */
export const beginVisit = (tx: PracticeTx, request: VisitRequest): Promise<void> =>
  step(tx, request, 'begin', 'begin', 'visit.began', { began_at: toDate(tx.now), seen_at: toDate(tx.now) });

/** The session is over, the client goes to checkout. */
export const completeVisit = (tx: PracticeTx, request: VisitRequest): Promise<void> =>
  step(tx, request, 'complete', 'complete', 'visit.completed', { ended_at: toDate(tx.now) });

/** The client left before being seen: the appointment is off. */
export const leaveVisit = (tx: PracticeTx, request: VisitRequest): Promise<void> =>
  step(tx, request, 'leave', 'leave', 'visit.left', { ended_at: toDate(tx.now) });

/** Everything at the desk is done. The appointment has been completed before. */
export const checkOut = (tx: PracticeTx, request: VisitRequest): Promise<void> =>
  step(tx, request, 'check_out', undefined, 'visit.checked_out', { checked_out_at: toDate(tx.now) });

/** Locks the appointment before its visit: every use-case takes them in this order. */
async function lockVisit(
  tx: PracticeTx,
  request: VisitRequest,
): Promise<{ visit: VisitsRow; appointment: Appointment }> {
  const found = await tx.one<{ appointment_id: string }>`
    select appointment_id from visits where practice_id = ${tx.practiceId} and id = ${request.id}`;
  if (!found) throw new AppError('not_found');
  const appointment = await lockAppointment(tx, found.appointment_id);
  return { appointment, visit: await locked(tx, 'visits', request.id, request.version) };
}

async function step(
  tx: PracticeTx,
  request: VisitRequest,
  event: VisitEvent,
  appointmentEvent: AppointmentEvent | undefined,
  code: Parameters<typeof noteOnBoth>[3],
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { visit, appointment } = await lockVisit(tx, request);
  await move(tx, 'visits', visitLife, visit, event, change);
  let version = appointment.version;
  if (appointmentEvent) {
    const left = appointmentEvent === 'leave';
    const off = left ? { cancelled_at: toDate(tx.now), cancel_kind: 'late', cancel_reason: 'client_left' } : {};
    ({ version } = await move(tx, 'appointments', appointmentLife, appointment, appointmentEvent, off));
  }
  await noteOnBoth(tx, appointment, visit.id, code);
  await tx.announce('visit', visit.id);
  await tx.tell('appointment', appointment.id, version, appointment.client_id);
}

async function announceVisit(tx: PracticeTx, visit: VisitsRow): Promise<void> {
  await tx.announce('visit', visit.id);
  await tx.announce('appointment', visit.appointment_id);
}
