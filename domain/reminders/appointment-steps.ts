import { isSettled } from '../messages/message-state';
import { type NextStep, nothingMore, stepAt } from '../next-step/next-step';
import { isAhead } from '../schedule/appointment-state';
import { type Instant, addHours, addMinutes, later, minutesBetween } from '../time/instant';
import type { AppointmentFacts, Message } from './facts';
import { afterQuiet, isQuiet } from './quiet-hours';
import type { Channel, PlannedReminder } from './reminder-plan';

/** A reminder that time has made final: it is recorded as left out. */
export interface LeftOut {
  readonly code: string;
  readonly channel: Channel;
  readonly message: Message | undefined;
}

export interface AppointmentPlan {
  readonly next: NextStep;
  readonly leftOut: readonly LeftOut[];
  readonly channel: Channel | null;
}

/**
 * What happens next with an appointment, in this order: an open claim of any occurrence is settled first, whatever the state;
 * a cancellation is told if it is owed; then the earliest reminder of this occurrence, then the question about someone who did
 * not come; after the visit the question about a note that nobody signs; then waiting for people; then nothing more. (Protocol: docs/workflows/appointment.md.)
 */
export function appointmentPlan(facts: AppointmentFacts): AppointmentPlan {
  const open = facts.messages.find((message) => message.state === 'claimed');
  if (open) return only(stepAt('settle', open.occurrence, settleDue(open, facts.now)), open.channel);
  const { state } = facts.appointment;
  if (state === 'cancelled') return noticePlan(facts);
  if (isAhead(state)) return aheadPlan(facts);
  if (facts.unsigned && !facts.unsigned.asked) return only(askSignature(facts, facts.unsigned.since), null);
  const waitsFor = waiting[state];
  return only(waitsFor ? stepAt(waitsFor, facts.appointment.occurrence, null) : nothingMore, null);
}

const askSignature = ({ appointment, practice }: AppointmentFacts, since: Instant): NextStep =>
  stepAt('ask_signature', appointment.occurrence, addHours(since, practice.policy.noteGraceHours));

const waiting: Readonly<Partial<Record<string, string>>> = {
  requested: 'await_decision',
  arrived: 'await_begin',
  in_session: 'await_complete',
};

const only = (next: NextStep, channel: Channel | null): AppointmentPlan => ({ next, leftOut: [], channel });

const settleDue = (open: Message, now: Instant): Instant =>
  later(open.leaseUntil ?? now, open.nextAt ?? open.leaseUntil ?? now);

function noticePlan(facts: AppointmentFacts): AppointmentPlan {
  const { appointment, now } = facts;
  const channel = noticeChannel(facts);
  const told = facts.messages.some(
    (message) =>
      message.occurrence === appointment.occurrence &&
      message.kind !== 'notice' &&
      ['sent', 'unknown'].includes(message.state),
  );
  const begun = noticeOf(facts);
  if (begun?.state === 'planned' && now >= appointment.startsAt)
    return { ...only(nothingMore, null), leftOut: [{ code: 'notice', channel: begun.channel, message: begun }] };
  if (!appointment.notice_owed || !told || channel === null || now >= appointment.startsAt)
    return only(nothingMore, null);
  if (begun && isSettled(begun.state)) return only(nothingMore, null);
  return only(stepAt('notice', appointment.occurrence, later(now, begun?.nextAt ?? now)), channel);
}

const noticeOf = (facts: AppointmentFacts): Message | undefined =>
  facts.messages.find((message) => message.kind === 'notice' && message.occurrence === facts.appointment.occurrence);

/** A text if the client reads texts, else a mail. One that has begun keeps its channel. */
export function noticeChannel(facts: AppointmentFacts): Channel | null {
  const begun = noticeOf(facts);
  if (begun) return facts.reach[begun.channel] === null ? begun.channel : null;
  if (facts.reach.sms === null) return 'sms';
  return facts.reach.email === null ? 'email' : null;
}

function aheadPlan(facts: AppointmentFacts): AppointmentPlan {
  const { appointment, now, practice } = facts;
  const leftOut: LeftOut[] = [];
  let next: { readonly step: string; readonly due: Instant; readonly channel: Channel | null } | undefined;
  for (const reminder of facts.plan) {
    if (reminder.unreachable !== null) continue;
    const message = messageOf(facts, reminder);
    if (message && isSettled(message.state)) continue;
    if (now > reminder.usefulUntil) {
      leftOut.push({ code: reminder.code, channel: reminder.channel, message });
      continue;
    }
    const due = dueNow(facts, reminder, message);
    if (!next || due < next.due) next = { step: reminder.code, due, channel: reminder.channel };
  }
  const ask = addMinutes(appointment.startsAt, practice.policy.missingGraceMinutes);
  if (!facts.askedMissing && (!next || ask < next.due)) next = { step: 'ask_missing', due: ask, channel: null };
  const step = next
    ? stepAt(next.step, appointment.occurrence, next.due)
    : stepAt('decide_missing', appointment.occurrence, null);
  return { next: step, leftOut, channel: next?.channel ?? null };
}

/**
 * When it is due: as planned, or, once a vendor has said "not now", when it may be tried again, even if a person had hurried it.
 * Nobody is woken by what is late: after a quarter of an hour the quiet hours hold again.
 */
export function dueNow(
  facts: Pick<AppointmentFacts, 'now' | 'practice' | 'zone'>,
  reminder: PlannedReminder,
  message: Message | undefined,
): Instant {
  const due = message?.nextAt ?? reminder.due;
  const ordered = message !== undefined && message.row.ordered_by !== null;
  const at = later(due, facts.now);
  const { policy } = facts.practice;
  if (ordered || minutesBetween(reminder.due, at) <= quietGraceMinutes || !isQuiet(at, policy, facts.zone)) return due;
  return afterQuiet(at, policy, facts.zone);
}

const quietGraceMinutes = 15;

export const messageOf = (
  facts: Pick<AppointmentFacts, 'appointment' | 'messages'>,
  reminder: Pick<PlannedReminder, 'code' | 'channel'>,
): Message | undefined =>
  facts.messages.find(
    (message) =>
      message.occurrence === facts.appointment.occurrence &&
      message.kind === reminder.code &&
      message.channel === reminder.channel,
  );

/** Whether a message still says what is true and is of use: only then may it be sent, or sent again. */
export function stillValid(
  facts: AppointmentFacts,
  message: Pick<Message, 'kind' | 'channel' | 'occurrence'>,
): boolean {
  const { appointment, now } = facts;
  if (message.occurrence !== appointment.occurrence) return false;
  if (facts.reach[message.channel] !== null) return false;
  if (message.kind === 'notice') return appointment.state === 'cancelled' && now < appointment.startsAt;
  const reminder = facts.plan.find((one) => one.code === message.kind && one.channel === message.channel);
  return reminder !== undefined && isAhead(appointment.state) && now <= reminder.usefulUntil;
}
