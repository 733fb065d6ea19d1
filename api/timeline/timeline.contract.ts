import { z } from 'zod';
import { timelineCodes } from '../../domain/timeline/timeline-codes';
import { id, instant, searchContract } from '../http/contract';

export const timelineEvent = z.object({
  id,
  at: instant,
  entity: z.string(),
  refId: id,
  clientId: id.nullable(),
  code: z.enum(timelineCodes),
  params: z.record(z.string(), z.unknown()),
  actorId: id.nullable(),
  actorName: z.string().nullable(),
  rule: z.string().nullable(),
  evidenceKind: z.string().nullable(),
  evidenceId: id.nullable(),
});
export type TimelineEventView = z.infer<typeof timelineEvent>;

export const searchTimeline = searchContract({
  path: '/timeline/search',
  summary: 'What happened to a record, or to everything of a client, newest first',
  filter: z.union([z.strictObject({ entity: z.string().max(40), refId: id }), z.strictObject({ clientId: id })]),
  sort: ['at'],
  row: timelineEvent,
});
