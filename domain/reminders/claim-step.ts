import type { PracticeTx } from '../database/practice-tx';
import { move } from '../database/move';
import type { Role } from '../access/roles';
import { mayAny } from '../access/capabilities';
import type { AppointmentId, MembershipId } from '../ids';
import { newId } from '../ids';
import type { Repeat } from '../messages/message-port';
import { messageLife } from '../messages/message-state';
import { type NextStep, countTry, forgetTries } from '../next-step/next-step';
import { noteEvent } from '../timeline/note-event';
import { addMinutes, instantOf, toDate } from '../time/instant';
import { openWorkItem } from '../work/open-work-item';
import { appointmentPlan, messageOf, noticeChannel, stillValid } from './appointment-steps';
import { type AppointmentFacts, type Message, appointmentFacts, messageFrom } from './facts';
import { planFrom } from './plan-appointment';
import type { Channel } from './reminder-plan';
import type { Timing } from './timing';

/** What the ports can do, and how a message is worded: given by the activity, used inside the claim. */
export interface Means {
  readonly ports: Readonly<Partial<Record<Channel, { readonly vendor: string; readonly repeat: Repeat }>>>;
  readonly timing: Timing;
  readonly spreadSeconds?: number | undefined;
  write(
    facts: AppointmentFacts,
    kind: string,
    channel: Channel,
    language: 'en' | 'es',
  ): { readonly subject: string | null; readonly body: string };
}

export interface Claimed {
  readonly kind: 'send' | 'ask';
  readonly appointmentId: AppointmentId;
  readonly message: Message;
}

/** `planned`: nothing to do outside, and this is what happens next. */
export type Claim = Claimed | { readonly kind: 'planned'; readonly next: NextStep };

/** A step that comes a little early is carried out; clocks of two machines differ by less. */
const earlyMs = 2_000;

/**
 * The first half of a step: looks again whether it is what happens next and due, takes its unique row with a lease, and says
 * what to call. A stale step writes nothing and answers with the plan.
 */
export async function claimStep(
  tx: PracticeTx,
  step: { readonly id: AppointmentId; readonly step: string; readonly occurrence: number },
  means: Means,
): Promise<Claim> {
  const facts = await appointmentFacts(tx, step.id, means.spreadSeconds);
  if (!facts) return { kind: 'planned', next: { kind: 'nothing_more' } };
  await countTry(tx, step);
  const next = await planFrom(tx, facts);
  const isThis = next.kind === 'step' && next.step === step.step && next.occurrence === step.occurrence;
  if (!isThis || next.due === null || next.due > tx.now + earlyMs) return { kind: 'planned', next };
  if (step.step === 'settle') return settle(tx, facts, means);
  if (step.step === 'ask_missing') return askMissing(tx, facts, means);
  const channel = step.step === 'notice' ? noticeChannel(facts) : appointmentPlan(facts).channel;
  if (channel === null) return { kind: 'planned', next };
  return claimMessage(tx, facts, means, step.step, channel);
}

async function askMissing(tx: PracticeTx, facts: AppointmentFacts, means: Means): Promise<Claim> {
  const { appointment } = facts;
  await openWorkItem(tx, {
    cause: 'client_missing',
    entity: 'appointment',
    refId: appointment.id,
    clientId: appointment.client_id,
    dueAt: addMinutes(tx.now, 15),
    params: { occurrence: appointment.occurrence, startsAt: appointment.startsAt },
  });
  return replanned(tx, facts, means);
}

async function claimMessage(
  tx: PracticeTx,
  facts: AppointmentFacts,
  means: Means,
  kind: string,
  channel: Channel,
): Promise<Claim> {
  const port = means.ports[channel];
  const orderedBy = await orderOf(tx, facts, kind);
  if (orderedBy === 'lost_right') return replanned(tx, facts, means);
  const known =
    kind === 'notice'
      ? facts.messages.find((one) => one.kind === 'notice' && one.occurrence === facts.appointment.occurrence)
      : messageOf(facts, { code: kind, channel });
  const message = known ?? (await newMessage(tx, facts, means, kind, channel));
  if (!port) {
    await refuseUnconfigured(tx, facts, message);
    return replanned(tx, facts, means);
  }
  return takeLease(tx, facts, means, message, port.vendor, orderedBy);
}

/** Who hurried this step, if anyone did and may still do so; his lost right becomes work, and the step waits for its time. */
async function orderOf(
  tx: PracticeTx,
  facts: AppointmentFacts,
  kind: string,
): Promise<MembershipId | null | 'lost_right'> {
  const { appointment } = facts;
  const order = await tx.one<{ ordered_by: string; roles: Role[] | null }>`
    select ordered_by, kernel.roles_of(ordered_by) as roles from next_steps
     where practice_id = ${tx.practiceId} and id = ${appointment.id} and hurried_step = ${kind} and hurried_occurrence = ${appointment.occurrence}`;
  if (!order) return null;
  await tx.all`update next_steps set hurried_step = null, hurried_occurrence = null, ordered_by = null where practice_id = ${tx.practiceId} and id = ${appointment.id}`;
  if (order.roles && mayAny(order.roles, 'schedule.change')) return order.ordered_by;
  await openWorkItem(tx, {
    cause: 'order_lapsed',
    entity: 'appointment',
    refId: appointment.id,
    clientId: appointment.client_id,
    params: { step: kind },
  });
  return 'lost_right';
}

/** The text is fixed here: the same key must carry the same body, whatever changes later. `{link}` is put in at each call. */
async function newMessage(
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

async function takeLease(
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
  return { kind: 'send', appointmentId: facts.appointment.id, message: await rereadMessage(tx, message.id) };
}

/** An open claim whose lease is over: by what the port can do, the same key again, ask, or leave it to a person. Never a blind resend. */
async function settle(tx: PracticeTx, facts: AppointmentFacts, means: Means): Promise<Claim> {
  const open = facts.messages.find((message) => message.state === 'claimed');
  if (!open) return replanned(tx, facts, means);
  const message = await rereadMessage(tx, open.id);
  const repeat = means.ports[message.channel]?.repeat ?? 'never';
  if (repeat === 'lookup') {
    await forgetTries(tx, facts.appointment.id);
    return { kind: 'ask', appointmentId: facts.appointment.id, message };
  }
  const valid = stillValid(facts, message);
  if (repeat === 'keyed' && valid)
    return takeLease(tx, facts, means, message, message.row.vendor ?? '', message.row.ordered_by);
  await loseMessage(tx, message, valid || repeat === 'never' ? 'no_answer' : 'superseded', repeat === 'never');
  return replanned(tx, facts, means);
}

/** The vendor may or may not have it. */
export async function loseMessage(
  tx: PracticeTx,
  message: Message,
  reason: string,
  askSomeone: boolean,
): Promise<void> {
  await move(tx, 'messages', messageLife, message.row, 'lose', { reason, settled_at: toDate(tx.now) });
  await noteMessage(tx, message, 'message.unknown', { reason });
  if (askSomeone) await openMessageWork(tx, message, 'message_unknown', { reason });
}

async function refuseUnconfigured(tx: PracticeTx, facts: AppointmentFacts, message: Message): Promise<void> {
  await move(tx, 'messages', messageLife, message.row, 'skip', {
    reason: 'not_configured',
    settled_at: toDate(tx.now),
  });
  await noteMessage(tx, message, 'message.skipped', { reason: 'not_configured' });
  await openMessageWork(tx, message, 'message_refused', { code: 'not_configured' });
  await forgetTries(tx, facts.appointment.id);
}

export async function openMessageWork(
  tx: PracticeTx,
  message: Message,
  cause: 'message_unknown' | 'message_refused',
  params: Readonly<Record<string, unknown>>,
): Promise<void> {
  await openWorkItem(tx, {
    cause,
    entity: message.row.appointment_id ? 'appointment' : 'client',
    refId: message.row.appointment_id ?? message.row.client_id,
    clientId: message.row.client_id,
    params: { ...params, kind: message.kind, channel: message.channel, messageId: message.id },
  });
}

export async function noteMessage(
  tx: PracticeTx,
  message: Message,
  code: 'message.sent' | 'message.delivered' | 'message.refused' | 'message.unknown' | 'message.skipped',
  params: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await noteEvent(tx, {
    entity: message.row.appointment_id ? 'appointment' : 'client',
    refId: message.row.appointment_id ?? message.row.client_id,
    clientId: message.row.client_id,
    code,
    params: { ...params, kind: message.kind, channel: message.channel },
    rule: 'reminder_plan',
    evidence: { kind: 'message', id: message.id },
  });
  await tx.announce('message', message.id);
}

/** Something was recorded: the plan from what is true now. */
export async function replanned(tx: PracticeTx, facts: AppointmentFacts, means: Means): Promise<Claim> {
  await forgetTries(tx, facts.appointment.id);
  const fresh = await appointmentFacts(tx, facts.appointment.id, means.spreadSeconds);
  return { kind: 'planned', next: fresh ? await planFrom(tx, fresh) : { kind: 'nothing_more' } };
}
