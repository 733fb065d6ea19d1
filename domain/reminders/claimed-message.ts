import type { Knex } from 'knex';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import type { MessagesRow } from '../database/tables.generated';
import { type MembershipId, newId } from '../ids';
import { messageLife } from '../messages/message-state';
import { forgetTries, triesForgotten } from '../next-step/next-step';
import { instantOf, toDate } from '../time/instant';
import { type AppointmentFacts, type Message, messageFrom } from './facts';
import type { Claimed, Means } from './means';
import type { Channel } from './reminder-plan';

interface Words {
  readonly kind: string;
  readonly channel: Channel;
}

interface By {
  readonly vendor: string;
  readonly orderedBy: MembershipId | null;
}

/**
 * The text is fixed here: the same key must carry the same body, whatever changes later. `{link}` is put in at each call. With a
 * lease it is claimed from its birth, which is something recorded: the step is no runaway.
 */
export async function newMessage(
  tx: PracticeTx,
  facts: AppointmentFacts,
  means: Means,
  { kind, channel }: Words,
  lease?: Partial<MessagesRow>,
): Promise<Message> {
  const { appointment } = facts;
  const text = means.write(facts, kind, channel, facts.language);
  const of = [tx.practiceId, appointment.client_id, channel === 'sms' ? 'mobile' : 'email'];
  const address = tx.rows.raw(
    '(select value from client_contacts where practice_id = ? and client_id = ? and kind = ? and ended_at is null order by id desc limit 1)',
    of,
  );
  const messages: Knex.QueryBuilder = tx.rows('messages'); // an address that a query finds is no text yet
  const insert = messages.insert({
    practice_id: tx.practiceId,
    id: newId(),
    client_id: appointment.client_id,
    appointment_id: appointment.id,
    occurrence: appointment.occurrence,
    kind,
    channel,
    state: 'planned',
    to_address: address,
    subject: text.subject,
    body: text.body,
    created_at: toDate(tx.now),
    ...lease,
  });
  const all = lease ? insert.with('forgotten', triesForgotten(tx, appointment.id)) : insert;
  const [row] = (await all.returning('*')) as MessagesRow[];
  if (!row?.to_address) throw new Error('a reachable client without a contact');
  return messageFrom(row);
}

export async function rereadMessage(tx: PracticeTx, id: string): Promise<Message> {
  const row = await tx.rows('messages').where({ practice_id: tx.practiceId, id }).forUpdate().first();
  if (!row) throw new Error('a message vanished');
  return messageFrom(row);
}

/** A message that is claimed as soon as it is there. */
export async function claimNew(
  tx: PracticeTx,
  facts: AppointmentFacts,
  means: Means,
  words: Words,
  by: By,
): Promise<Claimed> {
  const lease = { state: 'claimed', attempts: 1, ...leaseOf(tx, means, by) };
  return toSend(tx, facts, await newMessage(tx, facts, means, words, lease));
}

/** From now until the lease ends nobody else touches the message. */
export async function takeLease(
  tx: PracticeTx,
  facts: AppointmentFacts,
  means: Means,
  message: Message,
  by: By,
): Promise<Claimed> {
  const { claimed_at } = message.row;
  await move(tx, 'messages', messageLife, message.row, 'claim', {
    ...leaseOf(tx, means, by),
    attempts: message.attempts + 1,
    ...(claimed_at && { claimed_at }),
    next_at: null,
  });
  await forgetTries(tx, facts.appointment.id);
  return toSend(tx, facts, await rereadMessage(tx, message.id));
}

const leaseOf = (tx: PracticeTx, { timing }: Means, { vendor, orderedBy }: By) => ({
  claimed_at: toDate(tx.now),
  lease_until: toDate(instantOf(tx.now + timing.leaseMs)),
  vendor,
  ...(orderedBy === null ? {} : { ordered_by: orderedBy }),
});

const toSend = (tx: PracticeTx, { appointment }: AppointmentFacts, message: Message): Claimed => ({
  kind: 'send',
  appointmentId: appointment.id,
  message,
  at: tx.now,
});
