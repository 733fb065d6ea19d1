import { z } from 'zod';
import { instant, readContract } from '../http/contract';

export const partHealth = z.object({
  name: z.string(),
  state: z.enum(['up', 'degraded', 'down', 'not_configured']),
  ms: z.number().nullable(),
  detail: z.string().nullable(),
});

export const getSystem = readContract({
  path: '/system',
  summary: 'Whether every part of Kept works, and what waits',
  response: z.object({
    at: instant,
    state: z.enum(['up', 'degraded', 'down']),
    mode: z.string(),
    parts: z.array(partHealth),
    outbox: z.object({ waiting: z.number(), parked: z.number(), oldestSeconds: z.number() }),
    overdueSteps: z.number(),
    unplacedFiles: z.number().describe('lie at the clearinghouse and are for no practice here'),
  }),
});
export type SystemView = z.infer<typeof getSystem.response>;

/** Development only: where one sees what phones and mailboxes got. */
export const getMessageSandbox = readContract({
  path: '/message-sandbox',
  summary: 'Where the messages of a development stack can be read; null where real ones go out',
  response: z.object({ url: z.url().nullable() }),
});
