import type { Role } from '../access/roles';
import type { PracticeTx } from '../database/practice-tx';
import { addToCareTeam } from '../clients/register-client';
import {
  type AppointmentId,
  type AppointmentTypeId,
  type ClientId,
  type MembershipId,
  type RoomId,
  newId,
} from '../ids';
import { practiceOf } from '../practice/policy';
import { AppError, invalid } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { addHours, addMinutes, toDate } from '../time/instant';
import { type WallTime, instantAt } from '../time/wall-time';
import { type TimePlan, claimTime, refuseTaken } from './claim-time';

export interface Booking {
  readonly clientId: ClientId;
  readonly clinicianId: MembershipId;
  readonly typeId: AppointmentTypeId;
  readonly roomId: RoomId | null;
  /** As the practice's clock shows it. */
  readonly start: WallTime;
  /** The type's own length unless given. */
  readonly minutes?: number | undefined;
  readonly modality?: 'office' | 'telehealth' | undefined;
  readonly doubleBook?: boolean | undefined;
}

/** Walk-ins are entered when they have begun; nobody books last week. */
const backdatingHours = 24;

/** Who may also make the clinician one who sees the client. A clinician books for her own clients only. */
const assigns: ReadonlySet<Role> = new Set(['administrator', 'supervisor', 'front_desk']);

/**
 * Books one appointment.
 * @throws AppError `slot_taken` with alternatives, `not_found`, `invalid` (`/start` starts_in_past, `/clinicianId` not_a_clinician)
 */
export async function bookAppointment(tx: PracticeTx, request: Booking): Promise<AppointmentId> {
  const practice = await practiceOf(tx);
  const startsAt = instantAt(request.start, practice.zone);
  if (startsAt < addHours(tx.now, -backdatingHours)) throw invalid('/start', 'starts_in_past');
  const type = await bookable(tx, request);
  const minutes = request.minutes ?? type.minutes;
  const modality = request.modality ?? type.modality;
  const plan: TimePlan = {
    startsAt,
    minutes,
    bufferMinutes: type.bufferMinutes,
    clientId: request.clientId,
    clinicianId: request.clinicianId,
    roomId: request.roomId,
    zone: practice.zone,
    doubleBook: request.doubleBook ?? false,
  };
  await refuseTaken(tx, plan, null);

  const id = newId();
  await tx.rows('appointments').insert({
    practice_id: tx.practiceId,
    id,
    client_id: request.clientId,
    clinician_id: request.clinicianId,
    type_id: request.typeId,
    room_id: request.roomId,
    modality,
    starts_at: toDate(startsAt),
    ends_at: toDate(addMinutes(startsAt, minutes)),
    local_start: request.start,
    zone: practice.zone,
    state: 'scheduled',
    occurrence_at: toDate(tx.now),
    created_at: toDate(tx.now),
    created_by: tx.actor,
  });
  await claimTime(tx, id, plan);
  if (tx.roles.some((role) => assigns.has(role))) await addToCareTeam(tx, request.clientId, [request.clinicianId]);
  tx.touch({ client: request.clientId, record: id, fields: ['appointment'] });
  await noteEvent(tx, {
    entity: 'appointment',
    refId: id,
    clientId: request.clientId,
    code: 'appointment.booked',
    params: { startsAt },
  });
  await tx.tell('appointment', id, 1, request.clientId);
  return id;
}

interface Bookable {
  readonly minutes: number;
  readonly bufferMinutes: number;
  readonly modality: 'office' | 'telehealth';
}

/** Client, clinician, type and room must exist for the caller. A foreign key would not ask who may see them. */
async function bookable(tx: PracticeTx, request: Booking): Promise<Bookable> {
  const row = await tx.one<{
    client: string | null;
    clinician: boolean | null;
    room: boolean;
    minutes: number | null;
    buffer: number;
    modality: 'office' | 'telehealth';
  }>`
    select (select state from clients where practice_id = ${tx.practiceId} and id = ${request.clientId}) as client,
           (select is_clinician and ended_at is null from staff where practice_id = ${tx.practiceId} and id = ${request.clinicianId}) as clinician,
           ${request.roomId}::uuid is null or exists (select 1 from rooms where practice_id = ${tx.practiceId} and id = ${request.roomId} and ended_at is null) as room,
           t.minutes, t.buffer_minutes as buffer, t.modality
      from (select 1) one left join appointment_types t on t.practice_id = ${tx.practiceId} and t.id = ${request.typeId} and t.ended_at is null`;
  if (!row?.client || !row.room || row.minutes === null || row.clinician === null) throw new AppError('not_found');
  if (!row.clinician) throw invalid('/clinicianId', 'not_a_clinician');
  if (row.client !== 'active') throw new AppError('wrong_state', { entity: 'client', state: row.client });
  return { minutes: row.minutes, bufferMinutes: row.buffer, modality: row.modality };
}
