import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import type { AppointmentId } from '../ids';
import type { LookupAnswer, SendAnswer } from '../messages/message-port';
import { messageLife } from '../messages/message-state';
import type { NextStep } from '../next-step/next-step';
import { healWork } from '../work/close-work-item';
import { instantOf, toDate } from '../time/instant';
import { stillValid } from './appointment-steps';
import { type Claimed, type Means, plannedAnew } from './means';
import { loseMessage, noteMessage, openMessageWork, supersede } from './message-events';
import { type AppointmentFacts, type Message, appointmentFacts, messageFrom } from './facts';
import { vendorKnowsUs, vendorRefusesUs } from './vendor-work';

/**
 * The second half of a step: the vendor's answer and what happens next, in one transaction. Conditions name `send_no` and the
 * attempt, so that an activity which outlived its time-out and the next attempt may both come here, in any order: "accepted"
 * counts whoever heard it; what says that it was not sent counts only while nobody else is calling with the same key.
 */
export async function recordAnswer(
  tx: PracticeTx,
  claim: Claimed,
  answer: SendAnswer | LookupAnswer,
  means: Means,
): Promise<NextStep> {
  const facts = await appointmentFacts(tx, claim.appointmentId, means.spreadSeconds);
  if (!facts) return { kind: 'nothing_more' };
  const message = facts.messages.find(({ id }) => id === claim.message.id);
  if (!message) throw new Error('a message vanished');
  const accepted = await apply(tx, facts, claim, message, answer, means);
  // what everybody waits for, so that nothing is read again that is known: this message is the only thing that changed
  const now = accepted && { ...facts, messages: facts.messages.map((one) => (one === message ? accepted : one)) };
  return plannedAnew(tx, facts, means, now);
}

/** Answers the message as it is now where that is all that changed of the facts. */
async function apply(
  tx: PracticeTx,
  facts: AppointmentFacts,
  claim: Claimed,
  message: Message,
  answer: SendAnswer | LookupAnswer,
  means: Means,
): Promise<Message | undefined> {
  const mine =
    message.state === 'claimed' &&
    message.sendNo === claim.message.sendNo &&
    message.attempts === claim.message.attempts;
  switch (answer.kind) {
    case 'accepted':
    case 'found':
      if (message.state !== 'claimed' && message.state !== 'unknown' && message.state !== 'planned') return undefined;
      return accept(tx, message, answer.vendorId, answer.kind === 'found' ? 'looked_up' : null, facts.refused);
    case 'refused':
      if (mine) await refuse(tx, message, answer.code);
      return undefined;
    case 'not_sent':
      if (mine) await release(tx, message, answer.code, backoff(message.attempts, means, answer.retryAfterMs));
      if (answer.code === 'credentials_refused') await vendorRefusesUs(tx, message);
      return undefined;
    case 'ambiguous':
      if (mine) await note(tx, message, { reason: answer.code });
      return undefined;
    case 'not_found':
      if (mine) await notFound(tx, facts, claim, message, means);
      return undefined;
    case 'no_answer':
      if (!mine) return undefined;
      if (stillWaiting(claim, means))
        await note(tx, message, { next_at: toDate(instantOf(tx.now + means.timing.lookupEveryMs)) });
      else await loseMessage(tx, message, 'lookup_down', true);
      return undefined;
  }
}

/** The vendor has it: from any state in which it was not known to. `refused`: settings may be waiting to be mended for it. */
export async function accept(
  tx: PracticeTx,
  message: Message,
  vendorId: string,
  reason: string | null,
  refused = true,
): Promise<Message> {
  const row = await move(tx, 'messages', messageLife, message.row, 'accept', {
    vendor_id: vendorId,
    reason,
    settled_at: toDate(tx.now),
  });
  if (message.state === 'unknown' && message.row.appointment_id) await healUnknown(tx, message.row.appointment_id);
  if (refused) await vendorKnowsUs(tx, message);
  await noteMessage(tx, message, 'message.sent', reason === null ? {} : { reason });
  return messageFrom(row);
}

/** One work item stands for all messages of an appointment of which nobody knows; one that is superseded asks for nothing. */
async function healUnknown(tx: PracticeTx, appointmentId: AppointmentId): Promise<void> {
  const left = await tx.one`
    select 1 from messages where practice_id = ${tx.practiceId} and appointment_id = ${appointmentId}
       and state = 'unknown' and reason <> 'superseded' limit 1`;
  if (!left) await healWork(tx, appointmentId, ['message_unknown']);
}

async function refuse(tx: PracticeTx, message: Message, code: string): Promise<void> {
  await move(tx, 'messages', messageLife, message.row, 'refuse', { reason: code, settled_at: toDate(tx.now) });
  await noteMessage(tx, message, 'message.refused', { code });
  await openMessageWork(tx, message, 'message_refused', { code });
}

/** Definitely not sent: the next try is a new send with a new key. */
async function release(tx: PracticeTx, message: Message, reason: string, waitMs: number): Promise<void> {
  await move(tx, 'messages', messageLife, message.row, 'release', {
    send_no: message.sendNo + 1,
    claimed_at: null,
    lease_until: null,
    reason,
    next_at: toDate(instantOf(tx.now + waitMs)),
  });
}

const backoff = (attempts: number, means: Means, retryAfterMs: number | undefined): number =>
  Math.max(retryAfterMs ?? 0, Math.min(60_000, means.timing.backoffMs * 2 ** (attempts - 1)));

async function notFound(
  tx: PracticeTx,
  facts: AppointmentFacts,
  claim: Claimed,
  message: Message,
  means: Means,
): Promise<void> {
  if (stillWaiting(claim, means)) {
    await note(tx, message, { next_at: toDate(instantOf(tx.now + means.timing.lookupEveryMs)) });
    return;
  }
  if (stillValid(facts, message)) {
    await release(tx, message, 'looked_up_not_there', 0);
    return;
  }
  await supersede(tx, message);
}

/** By the time of the question, not of recording its answer. */
const stillWaiting = ({ message, at }: Claimed, means: Means): boolean =>
  message.claimedAt !== null && at < message.claimedAt + means.timing.lookupWaitMs;

async function note(tx: PracticeTx, message: Message, change: Readonly<Record<string, unknown>>): Promise<void> {
  await tx
    .rows('messages')
    .where({ practice_id: tx.practiceId, id: message.id })
    .update({ ...change, version: message.row.version + 1 });
}
