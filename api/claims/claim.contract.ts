import { z } from 'zod';
import { causeShape } from '../../domain/claims/claim-cause-codes';
import { claimLife } from '../../domain/claims/claim-state';
import { day, id, instant, line, searchContract, version } from '../http/contract';

const claimState = z.enum(claimLife.states);
/** Integer cents; negative where more was taken back or decided than charged. */
const cents = z.number().int();

export const claimRow = z.object({
  id,
  version,
  clientId: id,
  clientName: z.string(),
  controlNumber: z.string(),
  payerId: id,
  payerName: z.string(),
  rank: z.number().int(),
  serviceDay: day,
  codes: z.array(z.string()),
  clinicianName: z.string(),
  state: claimState,
  charge: cents,
  paid: cents,
  open: cents,
  causes: z.array(z.string()),
  next: z.object({ step: z.string(), due: instant.nullable(), paused: z.boolean() }).nullable(),
  due: instant.nullable(),
});

export const searchClaimsContract = searchContract({
  path: '/claims/search',
  summary: 'Claims with what the books and the plan say of each, the latest visit first',
  filter: z
    .strictObject({
      ids: z.array(id).max(200),
      states: z.array(claimState).max(claimLife.states.length),
      payerId: id,
      clientId: id,
      batchId: id,
      from: day,
      until: day,
      olderThanDays: z.number().int().min(1).max(3650),
      cause: z.string().regex(causeShape),
      text: line(100),
    })
    .partial(),
  sort: ['serviceDay', 'charge', 'due'],
  row: claimRow,
});
