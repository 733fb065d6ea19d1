import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { healWork } from '../work/close-work-item';
import type { AppointmentId } from '../ids';
import { practiceOf } from '../practice/policy';
import { AppError, invalid } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { type Instant, addMinutes, minutesBetween, toDate } from '../time/instant';
import { type WallTime, instantAt } from '../time/wall-time';
import { type Appointment, lockAppointment } from './appointment';
import { appointmentLife } from './appointment-state';
import { type TimePlan, claimTime, refuseTaken } from './claim-time';

export interface Restoring {
  readonly id: AppointmentId;
  readonly version: number;
  /** Of a cancelled one whose time someone else has now: it comes back at another. */
  readonly start?: WallTime | undefined;
  readonly doubleBook?: boolean | undefined;
}

/** When it takes place from now on; `moved`: not when it did. */
interface Time {
  readonly startsAt: Instant;
  readonly moved?: { readonly start: WallTime; readonly zone: string };
}

/**
 * Takes back a cancellation or a no-show, if the time is still free; a cancelled one comes back at another time if one is named.
 * Where the client was told that it is off, or has to hear of another time, the reminders start anew.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`, `invalid` (`/start` starts_in_past), `slot_taken` with alternatives
 */
export async function restoreAppointment(tx: PracticeTx, request: Restoring): Promise<void> {
  const appointment = await lockAppointment(tx, request.id, request.version);
  const wasCancelled = appointment.state === 'cancelled';
  if (wasCancelled && appointment.startsAt < tx.now) throw wrongState('past');
  const { startsAt, moved } = await timeOf(tx, appointment, request.start);
  if (moved && !wasCancelled) throw wrongState(appointment.state);
  if (moved && startsAt < tx.now) throw invalid('/start', 'starts_in_past');

  const plan = await timePlan(tx, appointment, startsAt, request.doubleBook ?? false);
  if (wasCancelled) await refuseTaken(tx, plan, appointment.id);
  const restored = await move(tx, 'appointments', appointmentLife, appointment, 'restore', {
    cancelled_at: null,
    cancel_kind: null,
    cancel_reason: null,
    cancelled_by_client: null,
    notice_owed: false,
    confirmed_at: null,
    ...(moved && {
      starts_at: toDate(startsAt),
      ends_at: toDate(addMinutes(startsAt, plan.minutes)),
      local_start: moved.start,
      zone: moved.zone,
    }),
    ...((moved || appointment.notice_owed) && {
      occurrence: appointment.occurrence + 1,
      occurrence_at: toDate(tx.now),
    }),
  });
  if (wasCancelled) await claimTime(tx, appointment.id, plan);
  await healWork(tx, appointment.id, ['client_missing']);
  tx.touch({ fields: moved ? ['state', 'start'] : ['state'] });
  await tellTimeline(tx, appointment, moved ? startsAt : undefined);
  await tx.tell('appointment', appointment.id, restored.version, appointment.client_id);
}

const wrongState = (state: string) => new AppError('wrong_state', { entity: 'appointment', state, event: 'restore' });

async function timeOf(tx: PracticeTx, { startsAt }: Appointment, start: WallTime | undefined): Promise<Time> {
  if (start === undefined) return { startsAt };
  const { zone } = await practiceOf(tx);
  const wanted = instantAt(start, zone);
  return wanted === startsAt ? { startsAt } : { startsAt: wanted, moved: { start, zone } };
}

async function timePlan(
  tx: PracticeTx,
  appointment: Appointment,
  startsAt: Instant,
  doubleBook: boolean,
): Promise<TimePlan> {
  const type = await tx.one<{ buffer_minutes: number }>`
    select buffer_minutes from appointment_types where practice_id = ${tx.practiceId} and id = ${appointment.type_id}`;
  return {
    startsAt,
    minutes: minutesBetween(appointment.startsAt, appointment.endsAt),
    bufferMinutes: type?.buffer_minutes ?? 0,
    clientId: appointment.client_id,
    clinicianId: appointment.clinician_id,
    roomId: appointment.room_id,
    zone: appointment.zone,
    doubleBook,
  };
}

async function tellTimeline(tx: PracticeTx, appointment: Appointment, to: Instant | undefined): Promise<void> {
  const about = { entity: 'appointment', refId: appointment.id, clientId: appointment.client_id } as const;
  await noteEvent(tx, { ...about, code: 'appointment.restored' });
  if (to !== undefined)
    await noteEvent(tx, { ...about, code: 'appointment.moved', params: { from: appointment.startsAt, to } });
}
