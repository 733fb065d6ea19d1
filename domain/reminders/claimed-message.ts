import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { type MembershipId, newId } from '../ids';
import { messageLife } from '../messages/message-state';
import { forgetTries } from '../next-step/next-step';
import { instantOf, toDate } from '../time/instant';
import { type AppointmentFacts, type Message, messageFrom } from './facts';
import type { Claimed, Means } from './means';
import type { Channel } from './reminder-plan';

/** The text is fixed here: the same key must carry the same body, whatever changes later. `{link}` is put in at each call. */
export async function newMessage(
  tx: PracticeTx,
  facts: AppointmentFacts,
  means: Means,
  kind: string,
  channel: Channel,
): Promise<Message> {
  const { appointment } = facts;
  const contact = await tx.one<{ value: string; language: 'en' | 'es' }>`
    select k.value, c.language from clients c join client_contacts k on k.practice_id = c.practice_id and k.client_id = c.id
     where c.practice_id = ${tx.practiceId} and c.id = ${appointment.client_id} and k.ended_at is null
       and k.kind = ${channel === 'sms' ? 'mobile' : 'email'} order by k.id desc limit 1`;
  if (!contact) throw new Error('a reachable client without a contact');
  const text = means.write(facts, kind, channel, contact.language);
  const id = newId();
  await tx.rows('messages').insert({
    practice_id: tx.practiceId,
    id,
    client_id: appointment.client_id,
    appointment_id: appointment.id,
    occurrence: appointment.occurrence,
    kind,
    channel,
    state: 'planned',
    to_address: contact.value,
    subject: text.subject,
    body: text.body,
    created_at: toDate(tx.now),
  });
  return rereadMessage(tx, id);
}

export async function rereadMessage(tx: PracticeTx, id: string): Promise<Message> {
  const row = await tx.rows('messages').where({ practice_id: tx.practiceId, id }).forUpdate().first();
  if (!row) throw new Error('a message vanished');
  return messageFrom(row);
}

/** From now until the lease ends nobody else touches the message. */
export async function takeLease(
  tx: PracticeTx,
  facts: AppointmentFacts,
  means: Means,
  message: Message,
  vendor: string,
  orderedBy: MembershipId | null,
): Promise<Claimed> {
  await move(tx, 'messages', messageLife, message.row, 'claim', {
    attempts: message.attempts + 1,
    claimed_at: message.row.claimed_at ?? toDate(tx.now),
    lease_until: toDate(instantOf(tx.now + means.timing.leaseMs)),
    next_at: null,
    vendor,
    ...(orderedBy === null ? {} : { ordered_by: orderedBy }),
  });
  await forgetTries(tx, facts.appointment.id);
  return {
    kind: 'send',
    appointmentId: facts.appointment.id,
    message: await rereadMessage(tx, message.id),
    at: tx.now,
  };
}
