import type { PracticeTx } from '../database/practice-tx';
import { locked } from '../database/locked';
import type { AppointmentsRow } from '../database/tables.generated';
import type { AppointmentId, MembershipId, RoomId } from '../ids';
import { AppError } from '../problems';
import { type Instant, addMinutes, fromDate } from '../time/instant';
import type { AppointmentState } from './appointment-state';
import type { Hold } from './time-holds';

/** An appointment as use-cases work with it. */
export interface Appointment extends Omit<AppointmentsRow, 'state'> {
  readonly state: AppointmentState;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

export const appointmentFrom = (row: AppointmentsRow): Appointment => ({
  ...row,
  state: row.state as AppointmentState,
  startsAt: fromDate(row.starts_at),
  endsAt: fromDate(row.ends_at),
});

/** The appointment, locked until the transaction ends. @throws AppError `not_found`, `stale_version` */
export const lockAppointment = async (tx: PracticeTx, id: AppointmentId, version?: number): Promise<Appointment> =>
  appointmentFrom(await locked(tx, 'appointments', id, version));

/** The appointment as it is now. @throws AppError `not_found` */
export async function readAppointment(tx: PracticeTx, id: AppointmentId): Promise<Appointment> {
  const row = await tx.rows('appointments').where({ practice_id: tx.practiceId, id }).first();
  if (!row) throw new AppError('not_found');
  tx.touch({ client: row.client_id, record: row.id });
  return appointmentFrom(row);
}

/** Clinician and room are held for the buffer too; the client is not. */
export function holdsOf(plan: {
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly bufferMinutes: number;
  readonly clientId: string;
  readonly clinicianId: MembershipId;
  readonly roomId: RoomId | null;
}): readonly Hold[] {
  const from = plan.startsAt;
  const end = addMinutes(from, plan.minutes);
  const withBuffer = addMinutes(end, plan.bufferMinutes);
  return [
    { resourceId: plan.clinicianId, from, to: withBuffer },
    ...(plan.roomId ? [{ resourceId: plan.roomId, from, to: withBuffer }] : []),
    { resourceId: plan.clientId, from, to: end },
  ];
}
