import type { MessageView } from '../../api/messages/message.contract';

/** What a kind of message is: a reminder so long before the start, or the notice of a cancellation. */
export type MessageKind =
  | { readonly code: 'days' | 'hours'; readonly count: number }
  | { readonly code: 'reminder' | 'notice' };

const dayHours = 24;

/** Reminder rules are named by their lead (`reminder_48h`); a rule of another name is a reminder too. */
export function kindOf(kind: string): MessageKind {
  if (kind === 'notice') return { code: 'notice' };
  const hours = Number(/_(\d{1,3})h$/.exec(kind)?.[1]);
  if (!hours) return { code: 'reminder' };
  const wholeDays = hours >= dayHours && hours % dayHours === 0;
  return wholeDays ? { code: 'days', count: hours / dayHours } : { code: 'hours', count: hours };
}

/** How a message stands for people: what the vendor reported later counts for more than that it was sent. */
export type ShownState = 'planned' | 'sending' | 'sent' | 'delivered' | 'failed' | 'refused' | 'unknown' | 'skipped';

type Standing = Pick<MessageView, 'state' | 'deliveredAt' | 'failedAt'>;

export function shownState({ state, deliveredAt, failedAt }: Standing): ShownState {
  if (state === 'claimed') return 'sending';
  if (state !== 'sent') return state;
  if (failedAt !== null) return 'failed';
  return deliveredAt === null ? 'sent' : 'delivered';
}

/** What a person should do about a message, in the order in which to do it. Empty: nothing. */
export type Todo = 'call' | 'callUnsure' | 'number' | 'optedOut' | 'agreement' | 'setUp';

/** `twilio_21610`: the client answered STOP. See https://www.twilio.com/docs/api/errors/21610 */
const stopped = 'twilio_21610';

export function todosOf(message: Standing & Pick<MessageView, 'reason'>): readonly Todo[] {
  const state = shownState(message);
  if (state === 'unknown') return message.reason === 'superseded' ? [] : ['callUnsure'];
  if (message.reason === 'not_configured') return ['call', 'setUp'];
  if (message.reason === 'no_agreement') return ['call', 'agreement'];
  if (state !== 'refused' && state !== 'failed') return [];
  return message.reason === stopped ? ['call', 'optedOut'] : ['call', 'number'];
}

/** Which words tell a reason: its own, or those of its family when it has none. */
export function reasonFamily(code: string): 'texts' | 'mail' | 'other' {
  if (code.startsWith('twilio_')) return 'texts';
  return code.startsWith('smtp_') ? 'mail' : 'other';
}
