import type { MessageView } from '../../api/messages/message.contract';
import type { AppointmentDetail, PlannedReminderView } from '../../api/schedule/appointment.contract';

/** How a reminder stands: its message, or why there is none. */
export type ReminderStanding =
  | { readonly kind: 'message'; readonly message: Pick<MessageView, 'state' | 'deliveredAt' | 'failedAt'> }
  | { readonly kind: 'unreachable'; readonly why: 'no_consent' | 'no_contact' }
  | { readonly kind: 'planned' | 'off' };

/** `messages` may know more of a message than the plan does: the vendor reported since. */
export function reminderStanding(
  { messageId, messageState, deliveredAt, failedAt, unreachable, usefulUntil }: PlannedReminderView,
  { state }: Pick<AppointmentDetail, 'state'>,
  messages: readonly MessageView[] | undefined,
  now: number,
): ReminderStanding {
  const known = messages?.find(({ id }) => id === messageId);
  if (known) return { kind: 'message', message: known };
  if (messageState !== null) return { kind: 'message', message: { state: messageState, deliveredAt, failedAt } };
  if (state !== 'scheduled' && state !== 'confirmed') return { kind: 'off' };
  if (unreachable !== null) return { kind: 'unreachable', why: unreachable };
  return { kind: usefulUntil >= now ? 'planned' : 'off' };
}

/** When it went out, or will: by the workflow's own plan where it is what comes next, as it may wait for the morning. */
export function reminderTime(
  { code, channel, sentAt, due }: PlannedReminderView,
  { next }: Pick<AppointmentDetail, 'next'>,
): number {
  if (sentAt !== null) return sentAt;
  return next?.step === code && next.channel === channel ? (next.due ?? due) : due;
}
