import { z } from 'zod';
import { ediFileLife } from '../../domain/clearinghouse/edi-file-state';
import { largestRemittance } from '../../domain/remittances/remittance-codes';
import { fileContract, id, instant, searchContract, version } from '../http/contract';

const count = z.number().int().min(0);
const state = z.enum(ediFileLife.states);

export const remittanceFileView = z.object({
  id,
  version,
  name: z.string(),
  bytes: count,
  state,
  reason: z.string().nullable(),
  cameBy: z.string(),
  broughtBy: z.string().nullable(),
  receivedAt: instant,
  remittances: count,
  duplicates: count,
  quarantined: count,
  remittanceId: id.nullable(),
  claims: count,
  done: count,
  review: count,
  open: z.boolean().describe('something of it is still to be read or posted'),
});

export type RemittanceFileView = z.infer<typeof remittanceFileView>;

export const searchRemittanceFiles = searchContract({
  path: '/remittance-files/search',
  summary: 'Files of remittances by when they came, and how far they are',
  filter: z.strictObject({ ids: z.array(id).max(200), states: z.array(state).max(10), open: z.boolean() }).partial(),
  sort: ['receivedAt'],
  row: remittanceFileView,
});

export const sendRemittanceFile = fileContract({
  path: '/remittance-files',
  summary: 'Takes a file in, whatever it holds, and has it read and posted',
  response: remittanceFileView,
  maxBytes: largestRemittance,
});
