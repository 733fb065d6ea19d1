import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { healWork } from '../work/close-work-item';
import type { AppointmentId } from '../ids';
import { practiceOf } from '../practice/policy';
import { noteEvent } from '../timeline/note-event';
import { toDate } from '../time/instant';
import { type Appointment, lockAppointment } from './appointment';
import { appointmentLife } from './appointment-state';
import type { CancelReason } from './cancel-codes';
import { type CancellationOutcome, cancellationOutcome } from './late-cancellation';
import { releaseTime } from './time-holds';

export interface Cancellation {
  readonly id: AppointmentId;
  readonly version: number;
  readonly reason: CancelReason;
  readonly byClient: boolean;
}

/**
 * Cancels one appointment: its time is free at once, reminders are disarmed, and the client hears of it if she had been told
 * of this occurrence.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`
 */
export async function cancelAppointment(tx: PracticeTx, request: Cancellation): Promise<CancellationOutcome> {
  const appointment = await lockAppointment(tx, request.id, request.version);
  const { policy } = await practiceOf(tx);
  const outcome = cancellationOutcome(appointment.startsAt, tx.now, policy);
  const cancelled = await move(tx, 'appointments', appointmentLife, appointment, 'cancel', {
    cancelled_at: toDate(tx.now),
    cancel_kind: outcome.kind,
    cancel_reason: request.reason,
    cancelled_by_client: request.byClient,
    notice_owed: await wasTold(tx, appointment),
  });
  await releaseTime(tx, { appointmentId: appointment.id });
  await healWork(tx, appointment.id, ['client_missing']);
  tx.touch({ fields: ['state'] });
  await noteEvent(tx, {
    entity: 'appointment',
    refId: appointment.id,
    clientId: appointment.client_id,
    code: 'appointment.cancelled',
    params: { kind: outcome.kind, reason: request.reason, byClient: request.byClient },
  });
  await tx.tell('appointment', appointment.id, cancelled.version, appointment.client_id);
  return outcome;
}

/** Whether a message of this occurrence is out, or may be: then a cancellation has to be told too. */
export async function wasTold(tx: PracticeTx, appointment: Appointment): Promise<boolean> {
  const row = await tx.one<{ told: boolean }>`
    select exists (select 1 from messages where practice_id = ${tx.practiceId} and appointment_id = ${appointment.id}
                      and occurrence = ${appointment.occurrence} and state in ('claimed', 'sent', 'unknown')) as told`;
  return row?.told ?? false;
}
