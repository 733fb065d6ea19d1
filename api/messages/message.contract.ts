import { z } from 'zod';
import { messageLife } from '../../domain/messages/message-state';
import { timelineEvent } from '../timeline/timeline.contract';
import { id, instant, readContract, searchContract, version } from '../http/contract';

const messageState = z.enum(messageLife.states);
const channel = z.enum(['sms', 'email']);

export const messageView = z.object({
  id,
  version,
  clientId: id,
  clientName: z.string(),
  appointmentId: id.nullable(),
  kind: z.string(),
  channel,
  state: messageState,
  reason: z.string().nullable(),
  to: z.string().nullable(),
  subject: z.string().nullable(),
  body: z.string().nullable(),
  sendNo: z.number().int(),
  attempts: z.number().int(),
  createdAt: instant,
  settledAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  failedAt: instant.nullable(),
  nextAt: instant.nullable(),
  orderedBy: id.nullable(),
  orderedByName: z.string().nullable(),
  startsAt: instant.nullable(),
});
export type MessageView = z.infer<typeof messageView>;

export const searchMessages = searchContract({
  path: '/messages/search',
  summary: 'Messages to clients, newest first',
  filter: z
    .strictObject({
      ids: z.array(id).max(200),
      appointmentId: id,
      clientId: id,
      states: z.array(messageState).max(10),
      channel,
      trouble: z.boolean(),
    })
    .partial(),
  sort: ['createdAt'],
  row: messageView,
});

export const messageDetail = messageView.extend({ history: z.array(timelineEvent) });
export type MessageDetail = z.infer<typeof messageDetail>;
export const getMessage = readContract({
  path: '/messages/:id',
  summary: 'One message and what became of it',
  response: messageDetail,
});

export const plannedMessage = z.object({
  id,
  version,
  clientId: id,
  clientName: z.string(),
  appointmentId: id,
  kind: z.string(),
  channel,
  due: instant,
  startsAt: instant,
  paused: z.boolean(),
});
export type PlannedMessageView = z.infer<typeof plannedMessage>;

export const searchPlannedMessages = searchContract({
  path: '/planned-messages/search',
  summary: 'What goes out next, by the plan that the workflows follow; soonest first',
  filter: z.strictObject({ ids: z.array(id).max(200), channel }).partial(),
  sort: ['due'],
  row: plannedMessage,
});
