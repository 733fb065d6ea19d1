import { z } from 'zod';
import { dismissals } from '../../domain/clearinghouse/dismissal-codes';
import { ediFileLife } from '../../domain/clearinghouse/edi-file-state';
import { fileSegments } from '../claims/claim.contract';
import {
  askContract,
  changeContract,
  empty,
  id,
  instant,
  readContract,
  searchContract,
  version,
} from '../http/contract';

const count = z.number().int().min(0);
const state = z.enum(ediFileLife.states);

export const fileView = z.object({
  id,
  version,
  name: z.string(),
  bytes: count,
  kind: z.string().nullable().describe('what it turned out to be; null where it is none of the kinds that are read'),
  state,
  reason: z.string().nullable(),
  cameBy: z.string(),
  broughtBy: z.string().nullable(),
  receivedAt: instant,
});
export type FileView = z.infer<typeof fileView>;

export const searchFiles = searchContract({
  path: '/edi-files/search',
  summary: 'Files that came in, whatever they hold, by when they came',
  filter: z
    .strictObject({ ids: z.array(id).max(200), states: z.array(state).max(ediFileLife.states.length) })
    .partial(),
  sort: ['receivedAt'],
  row: fileView,
});

export const getFile = readContract({
  path: '/edi-files/:id',
  summary: 'One file that came in',
  response: fileView,
});

const part = { from: count, next: count.nullable().describe('where the next part begins; null: this is the last'), bytes: count }; // prettier-ignore
const filePart = z.discriminatedUnion('shape', [
  z.object({ ...part, shape: z.literal('segments') }).extend(fileSegments.shape),
  z.object({ ...part, shape: z.literal('text'), text: z.string() }),
  z.object({ ...part, shape: z.literal('bytes'), hex: z.array(z.string()) }),
]);
export type FilePartView = z.infer<typeof filePart>;

export const askFileContent = askContract({
  path: '/edi-files/:id/content',
  summary: 'What stands in a file from a byte on: segments, text, or bytes; a bounded part of it',
  body: z.strictObject({ from: count.default(0) }),
  response: filePart,
});

export const retryFileContract = changeContract({
  path: '/edi-files/:id/retry',
  summary: 'A file that was set aside is read once more, from its bytes',
  body: empty,
  response: fileView,
  problems: ['wrong_state'],
});
export const dismissFileContract = changeContract({
  path: '/edi-files/:id/dismiss',
  summary: 'Nothing is to be done with a file that was set aside; its bytes stay',
  body: z.strictObject({ why: z.enum(dismissals) }),
  response: fileView,
  problems: ['wrong_state'],
});
