import type { PracticeTx } from '../database/practice-tx';
import type { ClientId } from '../ids';
import { isSettled } from '../messages/message-state';
import { AppError } from '../problems';
import { dueNow, messageOf } from '../reminders/appointment-steps';
import { type AppointmentFacts, appointmentFacts } from '../reminders/facts';
import { type ReachFacts, reachOf } from '../reminders/reach';
import type { Channel, PlannedReminder, Reachability } from '../reminders/reminder-plan';
import { type Instant, toDate } from '../time/instant';

/** What would change about how a client can be reached. */
export type ReachChange =
  | { readonly of: 'consent'; readonly channel: 'sms' | 'email' | 'voice'; readonly granted: boolean }
  | { readonly of: 'end_contact'; readonly contactId: string };

/** One reminder that would no longer be sent, or be sent after all. */
export interface ReminderShift {
  readonly effect: 'falls_away' | 'comes_back';
  readonly appointmentId: string;
  readonly startsAt: Instant;
  readonly code: string;
  readonly channel: Channel;
  /** As the next step has it: what is late and waits for the quiet hours to end is due then. */
  readonly due: Instant;
}

/**
 * Which reminders of appointments ahead fall away or come back with a change: read from the plan that the workflow follows.
 * @throws AppError `not_found`
 */
export async function reachConsequences(
  tx: PracticeTx,
  request: { readonly id: ClientId; readonly change: ReachChange },
): Promise<readonly ReminderShift[]> {
  const client = await tx.one`select 1 from clients where practice_id = ${tx.practiceId} and id = ${request.id}`;
  if (!client) throw new AppError('not_found');
  tx.touch({ client: request.id, record: request.id });
  const after = reachOf(changed(await reachFacts(tx, request.id), request.change));
  const ahead = await tx.all<{ id: string }>`
    select id from appointments where practice_id = ${tx.practiceId} and client_id = ${request.id}
       and state in ('scheduled', 'confirmed') and starts_at > ${toDate(tx.now)} order by starts_at, id limit 50`;
  const shifts: ReminderShift[] = [];
  for (const { id } of ahead) {
    const facts = await appointmentFacts(tx, id);
    if (facts) shifts.push(...shiftsOf(facts, after));
  }
  return shifts;
}

interface Reach extends ReachFacts {
  readonly contacts: readonly { readonly id: string; readonly kind: string }[];
}

async function reachFacts(tx: PracticeTx, clientId: ClientId): Promise<Reach> {
  const contacts = await tx.all<{ id: string; kind: string }>`
    select id, kind from client_contacts where practice_id = ${tx.practiceId} and client_id = ${clientId} and ended_at is null`;
  const consents = await tx.all<{ channel: string }>`
    select channel from message_consents where practice_id = ${tx.practiceId} and client_id = ${clientId} and revoked_at is null`;
  return { contacts, kinds: contacts.map((one) => one.kind), consents: consents.map((one) => one.channel) };
}

/** @throws AppError `not_found` for a contact that is not the client's, or no longer */
function changed(reach: Reach, change: ReachChange): ReachFacts {
  if (change.of === 'consent') {
    const others = reach.consents.filter((channel) => channel !== change.channel);
    return { kinds: reach.kinds, consents: change.granted ? [...others, change.channel] : others };
  }
  const rest = reach.contacts.filter((one) => one.id !== change.contactId);
  if (rest.length === reach.contacts.length) throw new AppError('not_found');
  return { consents: reach.consents, kinds: rest.map((one) => one.kind) };
}

/** Compares the plan of one appointment with the plan under another reach. What was sent already, or would come too late, does not shift. */
export function shiftsOf(
  facts: Pick<AppointmentFacts, 'appointment' | 'messages' | 'plan' | 'now' | 'practice' | 'zone'>,
  after: Reachability,
): readonly ReminderShift[] {
  return facts.plan.flatMap((reminder) => {
    const effect = effectOf(reminder, after);
    const message = messageOf(facts, reminder);
    if (!effect || facts.now > reminder.usefulUntil || (message && isSettled(message.state))) return [];
    return [
      {
        effect,
        appointmentId: facts.appointment.id,
        startsAt: facts.appointment.startsAt,
        code: reminder.code,
        channel: reminder.channel,
        due: dueNow(facts, reminder, message),
      },
    ];
  });
}

function effectOf({ channel, unreachable }: PlannedReminder, after: Reachability): ReminderShift['effect'] | undefined {
  const [before, then] = [unreachable === null, after[channel] === null];
  if (before === then) return undefined;
  return then ? 'comes_back' : 'falls_away';
}
