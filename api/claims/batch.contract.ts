import { z } from 'zod';
import { claimBatchLife } from '../../domain/claims/claim-batch-state';
import {
  changeContract,
  createContract,
  empty,
  id,
  instant,
  readContract,
  searchContract,
  version,
} from '../http/contract';

const state = z.enum(claimBatchLife.states);
const count = z.number().int().min(0);

export const batchRow = z.object({
  id,
  version,
  state,
  controlNumber: z.string(),
  groupNumber: z.string(),
  claims: count,
  chargeCents: z.number().int(),
  openedAt: instant,
  sentAt: instant.nullable(),
  orderedByName: z.string().nullable(),
  reason: z.string().nullable().describe('why it did not go at the last try'),
  tries: count,
  next: z.object({ step: z.string(), due: instant.nullable(), paused: z.boolean() }).nullable(),
  file: z.object({ id, name: z.string(), bytes: count }).nullable(),
});
export type BatchView = z.infer<typeof batchRow>;

export const searchBatches = searchContract({
  path: '/claim-batches/search',
  summary: 'Batches of claims, the latest first, and what each waits for',
  filter: z
    .strictObject({ ids: z.array(id).max(200), states: z.array(state).max(claimBatchLife.states.length) })
    .partial(),
  sort: ['openedAt', 'controlNumber'],
  row: batchRow,
});

const ready = z.object({ claims: count, chargeCents: z.number().int() });
export const getReady = readContract({
  path: '/claim-batches/ready',
  summary: 'What would leave if a batch were opened now',
  response: ready,
});
const departure = z.object({
  version: z.number().int().min(0).describe('0: nobody has set a time yet'),
  minute: z
    .number()
    .int()
    .min(0)
    .max(1439)
    .nullable()
    .describe('of the practice’s clock, since midnight; null: only by hand'),
  next: instant.nullable(),
});
export type DepartureView = z.infer<typeof departure>;
export const getDeparture = readContract({
  path: '/claim-batches/departure',
  summary: 'At which time of the day ready claims leave by themselves',
  response: departure,
});
export const setDepartureContract = changeContract({
  path: '/claim-batches/departure',
  method: 'put',
  versioned: false,
  summary: 'At which time of the day ready claims leave by themselves; null: only when somebody sends them',
  body: departure.pick({ minute: true, version: true }),
  response: departure,
  problems: ['stale_version'],
});
export const getBatch = readContract({
  path: '/claim-batches/:id',
  summary: 'One batch of claims',
  response: batchRow,
});
export const getBatchFile = readContract({
  path: '/claim-batches/:id/file',
  summary: 'The very bytes of a batch',
  response: z.string().optional(),
  produces: 'application/edi-x12',
});

export const sendClaimsContract = createContract({
  path: '/claim-batches',
  summary: 'The claims that are ready leave; null where none is, or all of them are kept back',
  body: empty,
  response: z.object({ batch: batchRow.nullable() }),
});
export const hurryBatchContract = changeContract({
  path: '/claim-batches/:id/hurry',
  summary: 'A batch that waits is tried again now',
  body: empty,
  response: batchRow,
});
export const releaseBatchContract = changeContract({
  path: '/claim-batches/:id/release',
  summary: 'Give up a batch that the clearinghouse will not take; its claims leave with the next one',
  body: empty,
  response: batchRow,
  problems: ['wrong_state'],
});
export const takeOverBatchContract = changeContract({
  path: '/claim-batches/:id/take-over',
  summary: 'Take over a batch whose sender may no longer send claims',
  body: empty,
  response: batchRow,
});
export const settleBatchContract = changeContract({
  path: '/claim-batches/:id/settle',
  summary:
    'A person has asked the clearinghouse whether a batch arrived: it counts as sent, or the same file goes again',
  body: z.strictObject({ arrived: z.boolean() }),
  response: batchRow,
  problems: ['wrong_state'],
});
