import { z } from 'zod';
import { viewedLists } from '../../domain/views/list-codes';
import { changeContract, createContract, empty, id, line, readContract, version } from '../http/contract';
import { arrangements } from './arrangement.contract';

export const listView = z.object({
  id,
  version,
  list: z.enum(viewedLists),
  name: z.string(),
  arrangement: z.object({
    filters: z.record(z.string(), z.string()),
    sort: z.object({ field: z.string(), order: z.enum(['ASC', 'DESC']) }).nullable(),
    columns: z.array(z.string()).nullable(),
  }),
  removed: z.boolean(),
});
export type ListViewView = z.infer<typeof listView>;

const name = line(60);
const saved = z.discriminatedUnion('list', [
  z.strictObject({ list: z.literal('clients'), name, arrangement: arrangements.clients }),
  z.strictObject({ list: z.literal('messages'), name, arrangement: arrangements.messages }),
  z.strictObject({ list: z.literal('work'), name, arrangement: arrangements.work }),
  z.strictObject({ list: z.literal('claims'), name, arrangement: arrangements.claims }),
  z.strictObject({ list: z.literal('remittances'), name, arrangement: arrangements.remittances }),
  z.strictObject({ list: z.literal('balances'), name, arrangement: arrangements.balances }),
  z.strictObject({ list: z.literal('charges'), name, arrangement: arrangements.charges }),
]);

export const getViews = readContract({
  path: '/list-views',
  summary: 'The views that the caller keeps of lists',
  response: z.object({ views: z.array(listView) }),
});

export const saveViewContract = createContract({
  path: '/list-views',
  summary: 'Keep how a list stands under a name',
  body: saved,
  response: listView,
  problems: ['duplicate'],
});

export const changeViewContract = changeContract({
  path: '/list-views/:id/change',
  summary: 'Give a view another name, or have it stand otherwise',
  body: saved,
  response: listView,
  problems: ['duplicate', 'wrong_state'],
});

export const removeViewContract = changeContract({
  path: '/list-views/:id/remove',
  summary: 'Take a view out of sight; it can be restored',
  body: empty,
  response: listView,
  problems: ['wrong_state'],
});

export const restoreViewContract = changeContract({
  path: '/list-views/:id/restore',
  summary: 'Bring back a view that was removed',
  body: empty,
  response: listView,
  problems: ['duplicate', 'wrong_state'],
});
