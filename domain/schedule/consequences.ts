import type { PracticeTx } from '../database/practice-tx';
import type { AppointmentId, ClientId } from '../ids';
import { noticeChannel } from '../reminders/appointment-steps';
import { appointmentFacts } from '../reminders/facts';
import { plannedAhead } from '../reminders/planned-ahead';
import { AppError } from '../problems';
import { practiceOf } from '../practice/policy';
import { type Instant, addMinutes, minutesBetween } from '../time/instant';
import { type Appointment, readAppointment } from './appointment';
import { isAhead } from './appointment-state';
import { wasTold } from './cancel-appointment';
import { cancellationOutcome } from './late-cancellation';
import { type Stated, restates } from './restates';

/** One thing that a command will do, by code: shown before the click. */
export type Consequence =
  | {
      readonly code: 'books' | 'cancels' | 'frees_time' | 'moves' | 'restores' | 'confirmation_lapses';
      readonly at: Instant;
    }
  /** Its length alone changes: until when it is then. Nobody is told, and nothing else happens. */
  | { readonly code: 'lasts'; readonly at: Instant }
  | { readonly code: 'in_time' | 'late'; readonly noticeHours: number }
  | { readonly code: 'reminder'; readonly at: Instant; readonly channel: 'sms' | 'email' }
  | { readonly code: 'no_reminder'; readonly why: 'unreachable' | 'too_soon' }
  | { readonly code: 'tells_client'; readonly channel: 'sms' | 'email' }
  | { readonly code: 'tells_nobody'; readonly why: 'not_told_before' | 'unreachable' };

/**
 * What cancelling would do now: the rules that then act, asked first.
 * @throws AppError `not_found`, `wrong_state`
 */
export async function cancelConsequences(tx: PracticeTx, id: AppointmentId): Promise<readonly Consequence[]> {
  const appointment = await readAppointment(tx, id);
  mustBeAhead(appointment);
  const { policy } = await practiceOf(tx);
  const outcome = cancellationOutcome(appointment.startsAt, tx.now, policy);
  return [
    { code: 'cancels', at: appointment.startsAt },
    { code: 'frees_time', at: appointment.startsAt },
    await notice(tx, appointment),
    { code: outcome.kind, noticeHours: Math.floor(outcome.noticeHours) },
  ];
}

async function notice(tx: PracticeTx, appointment: Appointment): Promise<Consequence> {
  if (!(await wasTold(tx, appointment))) return { code: 'tells_nobody', why: 'not_told_before' };
  const facts = await appointmentFacts(tx, appointment.id);
  const channel = facts ? noticeChannel(facts) : null;
  return channel === null ? { code: 'tells_nobody', why: 'unreachable' } : { code: 'tells_client', channel };
}

/** What is left out stays as it is. */
export interface MoveWish {
  readonly startsAt: Instant;
  readonly minutes?: number | undefined;
  readonly clinicianId?: Stated['clinicianId'] | undefined;
  readonly roomId?: Stated['roomId'] | undefined;
  readonly modality?: Stated['modality'] | undefined;
}

/** What moving to another time, clinician, room or length would do. @throws AppError `not_found`, `wrong_state` */
export async function moveConsequences(
  tx: PracticeTx,
  id: AppointmentId,
  wish: MoveWish,
): Promise<readonly Consequence[]> {
  const appointment = await readAppointment(tx, id);
  mustBeAhead(appointment);
  const { startsAt: to, minutes = minutesBetween(appointment.startsAt, appointment.endsAt) } = wish;
  const after: Stated = {
    startsAt: to,
    clinicianId: wish.clinicianId ?? appointment.clinician_id,
    roomId: wish.roomId === undefined ? appointment.room_id : wish.roomId,
    modality: wish.modality ?? appointment.modality,
  };
  if (!restates(appointment, after)) return [{ code: 'lasts', at: addMinutes(to, minutes) }];
  return [
    { code: 'moves', at: to },
    { code: 'frees_time', at: appointment.startsAt },
    ...(appointment.state === 'confirmed' ? [{ code: 'confirmation_lapses', at: appointment.startsAt } as const] : []),
    ...(await reminders(tx, appointment.client_id, to, id)),
  ];
}

/** What taking back a cancellation would do, at its own time or another. @throws AppError `not_found`, `wrong_state` */
export async function restoreConsequences(
  tx: PracticeTx,
  id: AppointmentId,
  to: Instant | undefined,
): Promise<readonly Consequence[]> {
  const appointment = await readAppointment(tx, id);
  const mayBe = appointment.state === 'cancelled' || (appointment.state === 'no_show' && to === undefined);
  if (!mayBe) throw wrongState(appointment);
  const startsAt = to ?? appointment.startsAt;
  const told = startsAt > tx.now ? await reminders(tx, appointment.client_id, startsAt, id) : [];
  return [{ code: 'restores', at: startsAt }, ...told];
}

/** What booking a client at a time would do. @throws AppError `not_found` */
export async function bookConsequences(
  tx: PracticeTx,
  wish: { readonly clientId: ClientId; readonly startsAt: Instant },
): Promise<readonly Consequence[]> {
  return [{ code: 'books', at: wish.startsAt }, ...(await reminders(tx, wish.clientId, wish.startsAt))];
}

async function reminders(
  tx: PracticeTx,
  clientId: ClientId,
  startsAt: Instant,
  appointmentId?: AppointmentId,
): Promise<readonly Consequence[]> {
  const ahead = await plannedAhead(tx, { clientId, startsAt, ...(appointmentId !== undefined && { appointmentId }) });
  if (ahead.kind === 'none') return [{ code: 'no_reminder', why: ahead.why }];
  return ahead.reminders.map(({ channel, due }) => ({ code: 'reminder', at: due, channel }));
}

function mustBeAhead(appointment: Appointment): void {
  if (!isAhead(appointment.state)) throw wrongState(appointment);
}

const wrongState = ({ state }: Appointment): AppError => new AppError('wrong_state', { entity: 'appointment', state });
