import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import type { AppointmentsRow } from '../database/tables.generated';
import { after } from '../life';
import { healWork } from '../work/close-work-item';
import { addToCareTeam } from '../clients/register-client';
import type { AppointmentId, MembershipId, RoomId } from '../ids';
import { practiceOf } from '../practice/policy';
import { AppError, invalid } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { type Instant, addMinutes, fromDate, minutesBetween, toDate } from '../time/instant';
import { type WallTime, instantAt } from '../time/wall-time';
import { type Appointment, lockAppointment } from './appointment';
import { appointmentLife } from './appointment-state';
import { type TimePlan, claimTime, refuseTaken } from './claim-time';
import { type Stated, restates } from './restates';
import { releaseTime } from './time-holds';

export interface Moving {
  readonly id: AppointmentId;
  readonly version: number;
  readonly start: WallTime;
  readonly minutes?: number | undefined;
  readonly clinicianId?: MembershipId | undefined;
  readonly roomId?: RoomId | null | undefined;
  readonly modality?: 'office' | 'telehealth' | undefined;
  readonly doubleBook?: boolean | undefined;
}

/**
 * Moves an appointment in time, to another clinician, room or modality. Where what a reminder states has changed, reminders are
 * planned anew and a confirmation no longer holds; a change of its length alone tells nobody anything new.
 * @throws AppError `slot_taken` with alternatives, `not_found`, `stale_version`, `wrong_state`, `invalid`
 */
export async function moveAppointment(tx: PracticeTx, request: Moving): Promise<void> {
  const appointment = await lockAppointment(tx, request.id, request.version);
  const practice = await practiceOf(tx);
  const startsAt = instantAt(request.start, practice.zone);
  if (startsAt < tx.now && startsAt !== appointment.startsAt) throw invalid('/start', 'starts_in_past');
  const clinicianId = request.clinicianId ?? appointment.clinician_id;
  if (clinicianId !== appointment.clinician_id) await checkClinician(tx, appointment, clinicianId);
  const plan = await timePlan(tx, appointment, request, startsAt, practice.zone);

  const change = {
    starts_at: toDate(startsAt),
    ends_at: toDate(addMinutes(startsAt, plan.minutes)),
    local_start: request.start,
    zone: practice.zone,
    clinician_id: clinicianId,
    room_id: plan.roomId,
    modality: request.modality ?? appointment.modality,
  };
  await refuseTaken(tx, plan, appointment.id);
  const version = await write(tx, appointment, change);
  await releaseTime(tx, { appointmentId: appointment.id });
  await claimTime(tx, appointment.id, plan);
  tx.touch({ fields: ['start', 'clinician', 'room', 'modality'] });
  await noteEvent(tx, {
    entity: 'appointment',
    refId: appointment.id,
    clientId: appointment.client_id,
    code: 'appointment.moved',
    params: { from: appointment.startsAt, to: startsAt },
  });
  await tx.tell('appointment', appointment.id, version, appointment.client_id);
}

type Change = Pick<
  AppointmentsRow,
  'starts_at' | 'ends_at' | 'local_start' | 'zone' | 'clinician_id' | 'room_id' | 'modality'
>;

const statedBy = (change: Change): Stated => ({
  startsAt: fromDate(change.starts_at),
  clinicianId: change.clinician_id,
  roomId: change.room_id,
  modality: change.modality,
});

/** @returns the new version */
async function write(tx: PracticeTx, appointment: Appointment, change: Change): Promise<number> {
  if (after(appointmentLife, appointment.state, 'move') !== undefined && !restates(appointment, statedBy(change))) {
    const version = appointment.version + 1;
    await tx
      .rows('appointments')
      .where({ practice_id: tx.practiceId, id: appointment.id })
      .update({ ...change, version });
    return version;
  }
  const moved = await move(tx, 'appointments', appointmentLife, appointment, 'move', {
    ...change,
    occurrence: appointment.occurrence + 1,
    occurrence_at: toDate(tx.now),
    confirmed_at: null,
  });
  await healWork(tx, appointment.id, ['client_missing']);
  return moved.version;
}

async function checkClinician(tx: PracticeTx, appointment: Appointment, clinicianId: MembershipId): Promise<void> {
  const staff = await tx.one<{ is_clinician: boolean }>`
    select is_clinician from staff where practice_id = ${tx.practiceId} and id = ${clinicianId} and ended_at is null`;
  if (!staff) throw new AppError('not_found');
  if (!staff.is_clinician) throw invalid('/clinicianId', 'not_a_clinician');
  if (!tx.roles.includes('clinician')) await addToCareTeam(tx, appointment.client_id, [clinicianId]);
}

async function timePlan(
  tx: PracticeTx,
  appointment: Appointment,
  request: Moving,
  startsAt: Instant,
  zone: string,
): Promise<TimePlan> {
  const type = await tx.one<{ buffer_minutes: number }>`
    select buffer_minutes from appointment_types where practice_id = ${tx.practiceId} and id = ${appointment.type_id}`;
  return {
    startsAt,
    minutes: request.minutes ?? minutesBetween(appointment.startsAt, appointment.endsAt),
    bufferMinutes: type?.buffer_minutes ?? 0,
    clientId: appointment.client_id,
    clinicianId: request.clinicianId ?? appointment.clinician_id,
    roomId: request.roomId === undefined ? appointment.room_id : request.roomId,
    zone,
    doubleBook: request.doubleBook ?? false,
  };
}
