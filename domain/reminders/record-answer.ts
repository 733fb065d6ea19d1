import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import type { LookupAnswer, SendAnswer } from '../messages/message-port';
import { messageLife } from '../messages/message-state';
import type { NextStep } from '../next-step/next-step';
import { healWork } from '../work/close-work-item';
import { instantOf, toDate } from '../time/instant';
import { stillValid } from './appointment-steps';
import { rereadMessage } from './claimed-message';
import { type Claimed, type Means, replanned } from './means';
import { loseMessage, noteMessage, openMessageWork } from './message-events';
import { type AppointmentFacts, type Message, appointmentFacts } from './facts';

/**
 * The second half of a step: the vendor's answer and what happens next, in one transaction. Conditions name `send_no`, so that
 * an activity which outlived its time-out and the next attempt may both come here, in any order.
 */
export async function recordAnswer(
  tx: PracticeTx,
  claim: Claimed,
  answer: SendAnswer | LookupAnswer,
  means: Means,
): Promise<NextStep> {
  const facts = await appointmentFacts(tx, claim.appointmentId, means.spreadSeconds);
  if (!facts) return { kind: 'nothing_more' };
  const message = await rereadMessage(tx, claim.message.id);
  await apply(tx, facts, claim, message, answer, means);
  const planned = await replanned(tx, facts, means);
  return planned.kind === 'planned' ? planned.next : { kind: 'nothing_more' };
}

async function apply(
  tx: PracticeTx,
  facts: AppointmentFacts,
  claim: Claimed,
  message: Message,
  answer: SendAnswer | LookupAnswer,
  means: Means,
): Promise<void> {
  const sameSend = message.state === 'claimed' && message.sendNo === claim.message.sendNo;
  switch (answer.kind) {
    case 'accepted':
    case 'found':
      if (message.state === 'claimed' || message.state === 'unknown' || message.state === 'planned')
        await accept(tx, message, answer.vendorId, answer.kind === 'found' ? 'looked_up' : null);
      return;
    case 'refused':
      if (sameSend) await refuse(tx, message, answer.code);
      return;
    case 'not_sent':
      if (sameSend) await release(tx, message, answer.code, backoff(message.attempts, means, answer.retryAfterMs));
      return;
    case 'ambiguous':
      if (sameSend) await note(tx, message, { reason: answer.code });
      return;
    case 'not_found':
      if (sameSend) await notFound(tx, facts, message, means);
      return;
    case 'no_answer':
      if (!sameSend) return;
      if (stillWaiting(message, means, tx.now))
        await note(tx, message, { next_at: toDate(instantOf(tx.now + means.timing.lookupEveryMs)) });
      else await loseMessage(tx, message, 'lookup_down', true);
  }
}

/** The vendor has it: from any state in which it was not known to. */
export async function accept(tx: PracticeTx, message: Message, vendorId: string, reason: string | null): Promise<void> {
  await move(tx, 'messages', messageLife, message.row, 'accept', {
    vendor_id: vendorId,
    reason,
    settled_at: toDate(tx.now),
  });
  if (message.state === 'unknown' && message.row.appointment_id)
    await healWork(tx, message.row.appointment_id, ['message_unknown']);
  await noteMessage(tx, message, 'message.sent', reason === null ? {} : { reason });
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

async function notFound(tx: PracticeTx, facts: AppointmentFacts, message: Message, means: Means): Promise<void> {
  if (stillWaiting(message, means, tx.now)) {
    await note(tx, message, { next_at: toDate(instantOf(tx.now + means.timing.lookupEveryMs)) });
    return;
  }
  if (stillValid(facts, message)) {
    await release(tx, message, 'looked_up_not_there', 0);
    return;
  }
  await move(tx, 'messages', messageLife, message.row, 'skip', { reason: 'superseded', settled_at: toDate(tx.now) });
  await noteMessage(tx, message, 'message.skipped', { reason: 'superseded' });
}

const stillWaiting = (message: Message, means: Means, now: number): boolean =>
  message.claimedAt !== null && now < message.claimedAt + means.timing.lookupWaitMs;

async function note(tx: PracticeTx, message: Message, change: Readonly<Record<string, unknown>>): Promise<void> {
  await tx
    .rows('messages')
    .where({ practice_id: tx.practiceId, id: message.id })
    .update({ ...change, version: message.row.version + 1 });
}
