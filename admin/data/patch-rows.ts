import { same } from '../../browser/http/conflict';
import type { Row } from './records';

/** What the cache holds for one list, as react-admin keeps it. */
export interface CachedList {
  readonly data: readonly Row[];
  readonly total?: number;
}

/** `getList` and its kind keep an object, `getMany` bare rows. */
export type Cached = CachedList | readonly Row[];

/** How a list was asked for: the parts that decide what is in it and in which order. */
export interface ListParams {
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly sort?: { readonly field: string };
}

/** Puts newer rows in the place of older ones. What did not change keeps its identity, so that it is not drawn again. */
export function patchRows(list: Cached, fresh: ReadonlyMap<string, Row>): Cached {
  if (isRows(list)) return patched(list, fresh);
  const data = patched(list.data, fresh);
  return data === list.data ? list : { ...list, data };
}

export const patchOne = (row: Row, fresh: ReadonlyMap<string, Row>): Row => newer(row, fresh.get(row.id));

/** Takes rows out that this person may no longer see. */
export function dropRows(list: Cached, ids: ReadonlySet<string>): Cached {
  const rows = rowsOf(list);
  const kept = rows.filter((row) => !ids.has(row.id));
  if (kept.length === rows.length) return list;
  if (isRows(list)) return kept;
  const gone = rows.length - kept.length;
  return { ...list, data: kept, ...(list.total !== undefined && { total: list.total - gone }) };
}

/** Whether a change may move a row within its list or out of it, so that the list must be asked for again. */
export function mayMove({ filter = {}, sort }: ListParams, before: Row, after: Row): boolean {
  const deciding = [...Object.keys(filter), ...(sort ? [sort.field] : [])];
  return deciding.some((field) => !same(valueOf(before, field), valueOf(after, field)));
}

export const rowsOf = (list: Cached): readonly Row[] => (isRows(list) ? list : list.data);

function patched(rows: readonly Row[], fresh: ReadonlyMap<string, Row>): readonly Row[] {
  const next = rows.map((row) => newer(row, fresh.get(row.id)));
  return next.every((row, index) => row === rows[index]) ? rows : next;
}

const newer = (row: Row, fresh: Row | undefined): Row => (fresh && fresh.version > row.version ? fresh : row);
const valueOf = (row: Row, field: string): unknown => (row as unknown as Record<string, unknown>)[field];
const isRows = (list: Cached): list is readonly Row[] => Array.isArray(list);
