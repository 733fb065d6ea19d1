import type { PracticeTx } from '../database/practice-tx';
import type { AppointmentId } from '../ids';
import { appointmentFacts } from '../reminders/facts';
import { noticeChannel } from '../reminders/appointment-steps';
import { AppError } from '../problems';
import { practiceOf } from '../practice/policy';
import { type Instant } from '../time/instant';
import { type Appointment, readAppointment } from './appointment';
import { isAhead } from './appointment-state';
import { wasTold } from './cancel-appointment';
import { cancellationOutcome } from './late-cancellation';

/** One thing that a command will do, by code: shown before the click. */
export type Consequence =
  | {
      readonly code: 'cancels' | 'frees_time' | 'moves' | 'confirmation_lapses' | 'reminders_again';
      readonly at: Instant;
    }
  | { readonly code: 'in_time' | 'late'; readonly noticeHours: number }
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

/** What moving to another time would do. @throws AppError `not_found`, `wrong_state` */
export async function moveConsequences(
  tx: PracticeTx,
  id: AppointmentId,
  to: Instant,
): Promise<readonly Consequence[]> {
  const appointment = await readAppointment(tx, id);
  mustBeAhead(appointment);
  return [
    { code: 'moves', at: to },
    { code: 'frees_time', at: appointment.startsAt },
    ...(appointment.state === 'confirmed' ? [{ code: 'confirmation_lapses', at: appointment.startsAt } as const] : []),
    { code: 'reminders_again', at: to },
  ];
}

function mustBeAhead(appointment: Appointment): void {
  if (!isAhead(appointment.state))
    throw new AppError('wrong_state', { entity: 'appointment', state: appointment.state });
}
