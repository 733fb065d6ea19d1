import { z } from 'zod';
import { messageLife } from '../../domain/messages/message-state';
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
  createdAt: instant,
  settledAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  failedAt: instant.nullable(),
  nextAt: instant.nullable(),
  orderedBy: id.nullable(),
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
export const getMessage = readContract({ path: '/messages/:id', summary: 'One message', response: messageView });
