import { z } from 'zod';
import { readContract } from '../http/contract';

/**
 * Hints for an open screen, as server-sent events: `resync` (fetch again, something may have been missed), `changed`
 * ([{kind, id}], things the caller may see) and `gone` (things she may not see any more). Never names, never values.
 */
export const liveUpdates = readContract({
  path: '/live',
  summary: 'A stream of what changed: kinds and ids',
  response: z.string(),
  produces: 'text/event-stream',
});
