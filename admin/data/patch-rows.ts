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

/** Takes rows out that this person may no longer see. */
export function dropRows(list: Cached, ids: ReadonlySet<string>): Cached {
  const rows = rowsOf(list);
  const kept = rows.filter((row) => !ids.has(row.id));
  if (kept.length === rows.length) return list;
  if (isRows(list)) return kept;
  const gone = rows.length - kept.length;
  return { ...list, data: kept, ...(list.total !== undefined && { total: list.total - gone }) };
}

/**
 * Whether a change may move a row within its list or out of it, so that the list must be asked for again. A filter that is no
 * field of the row (a text, a day) may hold or not: then it may move.
 */
export function mayMove({ filter = {}, sort }: ListParams, before: Row, after: Row): boolean {
  const fields = Object.keys(filter).filter((field) => field !== 'ids');
  return (
    fields.some((field) => !(field in after) || !same(valueOf(before, field), valueOf(after, field))) ||
    (sort !== undefined && !same(valueOf(before, sort.field), valueOf(after, sort.field)))
  );
}

export const rowsOf = (list: Cached): readonly Row[] => (isRows(list) ? list : list.data);

function patched(rows: readonly Row[], fresh: ReadonlyMap<string, Row>): readonly Row[] {
  const next = rows.map((row) => newer(row, fresh.get(row.id)));
  return next.every((row, index) => row === rows[index]) ? rows : next;
}

/**
 * The row that stands after `fresh` came in. A row may show parts of others (an appointment its visit and its next step), which
 * change without its own version: so one of the same version counts as newer. Fields that only the older one has (a record that
 * was read whole) stay.
 */
export function newer<R extends Row>(row: R, fresh: Row | undefined): R {
  if (!fresh || fresh.version < row.version) return row;
  const next = { ...row, ...fresh };
  return same(next, row) ? row : next;
}

const valueOf = (row: Row, field: string): unknown => (row as unknown as Record<string, unknown>)[field];
const isRows = (list: Cached): list is readonly Row[] => Array.isArray(list);
