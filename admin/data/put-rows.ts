import type { Query, QueryClient } from '@tanstack/react-query';
import { type Cached, type ListParams, dropRows, mayMove, newer, patchRows, rowsOf } from './patch-rows';
import type { Row } from './records';

const listCalls = new Set(['getList', 'getManyReference', 'getMany']);

/** Something in the cache that shows rows of a resource in a shape of its own: a calendar's day. */
export interface Shape<Data = never> {
  /** The first parts of its keys in the cache. */
  readonly key: readonly [string, string];
  /** The resource whose rows it holds. */
  readonly resource: string;
  readonly rows: (data: Data) => readonly Row[];
  /** The shape with these rows as they are now: put in, changed, or left out where they no longer belong. */
  readonly put: (data: Data, fresh: ReadonlyMap<string, Row>) => Data;
  readonly drop: (data: Data, ids: ReadonlySet<string>) => Data;
  /** Rows that say something about these ones, and so may have changed with them. */
  readonly kin?: (data: Data, fresh: ReadonlyMap<string, Row>) => readonly string[];
}

export interface Cache {
  readonly client: QueryClient;
  readonly shapes: readonly Shape[];
}

export const callOf = (query: Query): unknown => query.queryKey[1];
export const isList = (query: Query): boolean => listCalls.has(String(callOf(query)));

/** Everything in the cache that shows rows of a resource. */
export const queriesOf = ({ client }: Cache, resource: string): readonly Query[] =>
  client.getQueryCache().findAll({ queryKey: [resource] });

export const shapesOf = ({ client, shapes }: Cache, resource: string): readonly (readonly [Shape, Query])[] =>
  shapes
    .filter((shape) => shape.resource === resource)
    .flatMap((shape) =>
      client
        .getQueryCache()
        .findAll({ queryKey: shape.key })
        .filter((query) => query.state.data !== undefined)
        .map((query) => [shape, query] as const),
    );

/**
 * Puts rows as they are now where older ones stand. Answers the queries that must be asked for again: a list in which a row may
 * have changed its place, and whatever was being fetched meanwhile, as that may bring an older row.
 */
export function putRows(cache: Cache, resource: string, fresh: ReadonlyMap<string, Row>): ReadonlySet<Query> {
  const again = new Set<Query>();
  const put = (query: Query, next: unknown) => {
    if (query.state.fetchStatus === 'fetching') again.add(query);
    if (next !== query.state.data) cache.client.setQueryData(query.queryKey, next);
  };
  for (const query of queriesOf(cache, resource)) {
    const data = query.state.data;
    if (data === undefined) continue;
    if (callOf(query) === 'getOne') put(query, newer(data as Row, fresh.get((data as Row).id)));
    if (!isList(query)) continue;
    const params = (query.queryKey[2] ?? {}) as ListParams;
    const moves = rowsOf(data as Cached).some((row) => {
      const after = newer(row, fresh.get(row.id));
      return after !== row && mayMove(params, row, after);
    });
    put(query, patchRows(data as Cached, fresh));
    if (moves) again.add(query);
  }
  for (const [shape, query] of shapesOf(cache, resource)) put(query, shape.put(query.state.data as never, fresh));
  return again;
}

/** Takes out what this person may no longer see. */
export function dropFrom(
  cache: Cache,
  resource: string,
  ids: ReadonlySet<string>,
  forget: (query: Query) => void,
): void {
  for (const query of queriesOf(cache, resource)) {
    const data = query.state.data;
    if (data === undefined) continue;
    if (callOf(query) === 'getOne' && ids.has((data as Row).id)) forget(query);
    if (isList(query)) cache.client.setQueryData(query.queryKey, dropRows(data as Cached, ids));
  }
  for (const [shape, query] of shapesOf(cache, resource))
    cache.client.setQueryData(query.queryKey, shape.drop(query.state.data as never, ids));
}

/** Every row of a resource that is shown somewhere. */
export function shownIds(cache: Cache, resource: string): ReadonlySet<string> {
  const rows = queriesOf(cache, resource).flatMap((query) => {
    const data = query.state.data;
    if (data === undefined) return [];
    if (callOf(query) === 'getOne') return [data as Row];
    return isList(query) ? rowsOf(data as Cached) : [];
  });
  const shaped = shapesOf(cache, resource).flatMap(([shape, query]) => shape.rows(query.state.data as never));
  return new Set([...rows, ...shaped].map(({ id }) => id));
}
