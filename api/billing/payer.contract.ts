import { z } from 'zod';
import { id, readContract } from '../http/contract';

export const getPayers = readContract({
  path: '/payers',
  summary: 'Insurers that the practice bills',
  response: z.object({ payers: z.array(z.object({ id, name: z.string(), payerId: z.string() })) }),
});
