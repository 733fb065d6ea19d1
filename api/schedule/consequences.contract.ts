import { z } from 'zod';
import { modality } from './appointment.contract';
import { askContract, id, instant, wallTime } from '../http/contract';

const consequence = z.object({
  code: z.enum([
    'books',
    'cancels',
    'frees_time',
    'moves',
    'lasts',
    'restores',
    'confirmation_lapses',
    'reminder',
    'no_reminder',
    'in_time',
    'late',
    'tells_client',
    'tells_nobody',
  ]),
  at: instant.optional(),
  noticeHours: z.number().int().optional(),
  channel: z.enum(['sms', 'email']).optional(),
  why: z.enum(['not_told_before', 'unreachable', 'too_soon']).optional(),
});
export type ConsequenceView = z.infer<typeof consequence>;

export const askConsequences = askContract({
  path: '/appointments/:id/consequences',
  summary: 'What cancelling, moving or restoring would do, by the rules that then act',
  body: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('cancel') }),
    z.strictObject({ of: z.literal('restore'), start: wallTime.optional() }),
    z.strictObject({
      of: z.literal('move'),
      start: wallTime,
      minutes: z.number().int().min(5).max(480).optional(),
      clinicianId: id.optional(),
      roomId: id.nullable().optional(),
      modality: modality.optional(),
    }),
  ]),
  response: z.object({ consequences: z.array(consequence) }),
  problems: ['wrong_state'],
});

export const askBookConsequences = askContract({
  path: '/appointments/booking-consequences',
  summary: 'What booking a client at a time would do',
  body: z.strictObject({ clientId: id, start: wallTime }),
  response: z.object({ consequences: z.array(consequence) }),
});
