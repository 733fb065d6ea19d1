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
