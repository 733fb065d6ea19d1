import type { PracticeTx } from '../database/practice-tx';
import type { MessagesRow } from '../database/tables.generated';
import type { AppointmentId, MembershipId, MessageId, VisitId } from '../ids';
import type { MessageState } from '../messages/message-state';
import type { StoredStep } from '../next-step/next-step';
import type { Practice } from '../practice/policy';
import { type Appointment, appointmentFrom } from '../schedule/appointment';
import { type Instant, fromDate } from '../time/instant';
import type { Zone } from '../time/wall-time';
import { reachOf } from './reach';
import { readFacts } from './read-facts';
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

interface Unsigned {
  readonly visitId: VisitId;
  readonly clinicianId: MembershipId;
  readonly since: Instant;
  readonly asked: boolean;
}

/** Everything that decides what happens next with an appointment. */
export interface AppointmentFacts {
  readonly appointment: Appointment;
  readonly messages: readonly Message[];
  readonly plan: readonly PlannedReminder[];
  readonly practice: Practice;
  /** Since when a visit waits for its note to be signed, and whether that became work; undefined: none waits. */
  readonly unsigned: Unsigned | undefined;
  /** Someone has been asked whether the client of this occurrence came. */
  readonly askedMissing: boolean;
  readonly reach: Reachability;
  /** The client's. */
  readonly zone: Zone;
  /** In which the client reads. */
  readonly language: 'en' | 'es';
  /** The plan before this one. */
  readonly stored: StoredStep | undefined;
  /** A change of this appointment could not be told to its workflow; someone was asked to look. */
  readonly parked: boolean;
  /** A vendor does not know the practice; someone was asked to mend the settings. */
  readonly refused: boolean;
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
  await tx.holdStill('appointment', id);
  const found = await readFacts(tx, id);
  if (!found) return undefined;
  const { row, practice, client } = found;
  tx.touch({ client: row.client_id, record: row.id });
  const reach = reachOf(client);
  const plan = reminderPlan({
    appointmentId: id,
    startsAt: fromDate(row.starts_at),
    since: fromDate(row.occurrence_at),
    rules: practice.policy.reminders,
    quiet: practice.policy,
    zone: client.zone,
    reach,
    spreadSeconds,
  });
  return {
    appointment: appointmentFrom(row),
    messages: found.messages.map(messageFrom),
    plan,
    practice,
    unsigned: row.state === 'completed' ? await unsignedVisit(tx, id) : undefined,
    askedMissing: found.asked,
    reach,
    zone: client.zone,
    language: client.language,
    stored: found.stored,
    parked: found.parked,
    refused: found.refused,
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

/** Asked only once a visit is over: what leads to reminders is read in one round trip. */
async function unsignedVisit(tx: PracticeTx, id: AppointmentId): Promise<Unsigned | undefined> {
  const row = await tx.one<{ visit_id: string; clinician_id: string; ended_at: Date; asked: boolean }>`
    select v.id as visit_id, v.clinician_id, v.ended_at,
           exists (select 1 from work_items w where w.practice_id = v.practice_id and w.ref_id = v.appointment_id and w.cause = 'note_unsigned') as asked
      from visits v
     where v.practice_id = ${tx.practiceId} and v.appointment_id = ${id} and v.state in ('checkout', 'done') and v.ended_at is not null
       and not exists (select 1 from attestations t where t.practice_id = v.practice_id and t.visit_id = v.id)`;
  return (
    row && { visitId: row.visit_id, clinicianId: row.clinician_id, since: fromDate(row.ended_at), asked: row.asked }
  );
}
