import type { PracticeTx } from '../database/practice-tx';
import type { MessagesRow } from '../database/tables.generated';
import type { AppointmentId, MessageId } from '../ids';
import type { MessageState } from '../messages/message-state';
import { type StoredStep, lockNextStep } from '../next-step/next-step';
import { type Practice, practiceOf } from '../practice/policy';
import { type Appointment, appointmentFrom } from '../schedule/appointment';
import { type Instant, fromDate } from '../time/instant';
import type { Zone } from '../time/wall-time';
import { reachOf } from './reach';
import type { Channel, PlannedReminder, Reachability } from './reminder-plan';
import { reminderPlan } from './reminder-plan';

/** A message as the protocol sees it. */
export interface Message {
  readonly id: MessageId;
  readonly kind: string;
  readonly channel: Channel;
  readonly occurrence: number;
  readonly state: MessageState;
  readonly sendNo: number;
  readonly attempts: number;
  readonly claimedAt: Instant | null;
  readonly leaseUntil: Instant | null;
  readonly nextAt: Instant | null;
  readonly row: MessagesRow;
}

/** Everything that decides what happens next with an appointment. */
export interface AppointmentFacts {
  readonly appointment: Appointment;
  readonly messages: readonly Message[];
  readonly plan: readonly PlannedReminder[];
  readonly practice: Practice;
  /** Someone has been asked whether the client of this occurrence came. */
  readonly askedMissing: boolean;
  readonly reach: Reachability;
  /** The client's. */
  readonly zone: Zone;
  /** The plan before this one. */
  readonly stored: StoredStep | undefined;
  /** A change of this appointment could not be told to its workflow; someone was asked to look. */
  readonly parked: boolean;
  readonly now: Instant;
}

/** Planned reminders are spread by up to so many seconds. */
export const standardSpreadSeconds = 45;

/**
 * Loads them, with the appointment locked against commands (FOR SHARE: a command takes FOR UPDATE), so that a claim and a
 * cancellation have an order; and with its plan locked against others who plan or act, so that two attempts at one step have
 * one too, and the second reads what the first has written. Undefined when there is no such appointment.
 */
export async function appointmentFacts(
  tx: PracticeTx,
  id: AppointmentId,
  spreadSeconds = standardSpreadSeconds,
): Promise<AppointmentFacts | undefined> {
  await tx.one`select kernel.hold_still('appointment', ${id})`;
  const stored = await lockNextStep(tx, id);
  const row = await tx.rows('appointments').where({ practice_id: tx.practiceId, id }).first();
  if (!row) return undefined;
  const appointment = appointmentFrom(row);
  tx.touch({ client: row.client_id, record: row.id });
  const practice = await practiceOf(tx);
  const client = await clientFacts(tx, appointment);
  const messages = await tx.rows('messages').where({ practice_id: tx.practiceId, appointment_id: id });
  const plan = reminderPlan({
    appointmentId: id,
    startsAt: appointment.startsAt,
    since: fromDate(row.occurrence_at),
    rules: practice.policy.reminders,
    quiet: practice.policy,
    zone: client.zone,
    reach: client.reach,
    spreadSeconds,
  });
  return {
    appointment,
    messages: messages.map(messageFrom),
    plan,
    practice,
    askedMissing: client.asked,
    reach: client.reach,
    zone: client.zone,
    stored,
    parked: client.parked,
    now: tx.now,
  };
}

export const messageFrom = (row: MessagesRow): Message => ({
  id: row.id,
  kind: row.kind,
  channel: row.channel,
  occurrence: row.occurrence,
  state: row.state as MessageState,
  sendNo: row.send_no,
  attempts: row.attempts,
  claimedAt: instantOrNull(row.claimed_at),
  leaseUntil: instantOrNull(row.lease_until),
  nextAt: instantOrNull(row.next_at),
  row,
});

const instantOrNull = (date: Date | null): Instant | null => (date === null ? null : fromDate(date));

interface ClientFacts {
  readonly zone: Zone;
  readonly reach: Reachability;
  readonly asked: boolean;
  readonly parked: boolean;
}

async function clientFacts(tx: PracticeTx, appointment: Appointment): Promise<ClientFacts> {
  const row = await tx.one<{ zone: string; kinds: string[]; consents: string[]; asked: boolean; parked: boolean }>`
    select c.zone,
           array(select distinct k.kind from client_contacts k where k.practice_id = c.practice_id and k.client_id = c.id and k.ended_at is null) as kinds,
           array(select s.channel from message_consents s where s.practice_id = c.practice_id and s.client_id = c.id and s.revoked_at is null) as consents,
           exists (select 1 from work_items w where w.practice_id = c.practice_id and w.ref_id = ${appointment.id} and w.cause = 'client_missing'
                      and (w.params->>'occurrence')::int = ${appointment.occurrence}) as asked,
           exists (select 1 from work_items w where w.practice_id = c.practice_id and w.ref_id = ${appointment.id} and w.cause = 'outbox_parked' and w.state = 'open') as parked
      from clients c where c.practice_id = ${tx.practiceId} and c.id = ${appointment.client_id}`;
  if (!row) throw new Error('an appointment without its client');
  return { zone: row.zone, asked: row.asked, parked: row.parked, reach: reachOf(row) };
}
