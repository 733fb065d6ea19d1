import { z } from 'zod';
import { appointmentLife } from '../../domain/schedule/appointment-state';
import { workCauseNames, workQueues } from '../../domain/work/work-codes';
import { workItemLife } from '../../domain/work/work-item-state';
import { changeContract, id, instant, readContract, searchContract, version } from '../http/contract';

const cause = z.enum(workCauseNames);
const queue = z.enum(workQueues);
const state = z.enum(workItemLife.states);

export const workItemView = z.object({
  id,
  version,
  cause,
  action: z.string(),
  entity: z.string(),
  refId: id,
  clientId: id.nullable(),
  clientName: z.string().nullable(),
  state,
  queue,
  ownerId: id.nullable(),
  ownerName: z.string().nullable(),
  dueAt: instant.nullable(),
  params: z.record(z.string(), z.unknown()),
  openedAt: instant,
  closedAt: instant.nullable(),
  resolution: z.string().nullable(),
  phone: z.object({ number: z.string(), leaveMessage: z.boolean() }).nullable(),
  appointment: z
    .object({
      id,
      version,
      state: z.enum(appointmentLife.states),
      startsAt: instant,
      clinicianName: z.string(),
    })
    .nullable(),
});
export type WorkItemView = z.infer<typeof workItemView>;

export const searchWork = searchContract({
  path: '/work-items/search',
  summary: 'Work that needs a person, what is due first on top',
  filter: z
    .strictObject({ ids: z.array(id).max(200), queue, cause, state, refId: id, clientId: id, mine: z.boolean() })
    .partial(),
  sort: ['dueAt'],
  row: workItemView,
});
export const getWorkItem = readContract({ path: '/work-items/:id', summary: 'One work item', response: workItemView });
export const getWorkGroups = readContract({
  path: '/work-groups',
  summary: 'Open work by cause',
  response: z.object({
    groups: z.array(z.object({ cause, queue, count: z.number().int(), oldestAt: instant, dueAt: instant.nullable() })),
  }),
});
export const closeWorkContract = changeContract({
  path: '/work-items/:id/close',
  summary: 'The work is done, or will not be',
  body: z.strictObject({
    how: z.enum(['finish', 'dismiss']),
    note: z.string().trim().max(500).nullable().default(null),
  }),
  response: workItemView,
  problems: ['wrong_state'],
});
export const assignWorkContract = changeContract({
  path: '/work-items/:id/assign',
  summary: 'Give a work item an owner, or nobody',
  body: z.strictObject({ ownerId: id.nullable() }),
  response: workItemView,
  problems: ['wrong_state'],
});
