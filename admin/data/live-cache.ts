import type { Query, QueryClient } from '@tanstack/react-query';
import type { Http } from '../../browser/http/http';
import { createGather } from '../../browser/live/gather';
import type { Changed, Gone, LiveHandlers } from '../../browser/live/live-stream';
import { automatically } from './automatic';
import { type Cached, type ListParams, dropRows, mayMove, patchOne, patchRows, rowsOf } from './patch-rows';
import { type Row, byIds, pageOf } from './records';

const gatherMs = 100;
const mostAtOnce = 200;
const listCalls = new Set(['getList', 'getManyReference', 'getMany']);

/** Which resource a live event's kind is: `appointment` → `appointments`. A kind that no page shows is left out. */
export type Kinds = Readonly<Record<string, string>>;

/** Keeps what is on screen true: asks once for the rows that changed, and puts them where older ones stand. */
export function createLiveCache(
  client: QueryClient,
  http: Http,
  kinds: Kinds,
): LiveHandlers & { readonly stop: () => void } {
  const queriesOf = (resource: string) => client.getQueryCache().findAll({ queryKey: [resource] });
  const invalidate = (resource: string, which: (query: Query) => boolean) =>
    automatically(() => void client.invalidateQueries({ queryKey: [resource], predicate: which }));

  const refresh = async (resource: string, changed: readonly Changed[]) => {
    const known = versionsIn(queriesOf(resource));
    const wanted = changed.filter(({ id, version }) => (known.get(id) ?? version) < version).map(({ id }) => id);
    const unknown = changed.some(({ id }) => !known.has(id));
    if (wanted.length > mostAtOnce) return invalidate(resource, () => true);
    if (wanted.length > 0) {
      const answer = await http.read(`${resource}/search`, byIds(wanted), { automatic: true });
      const fresh = new Map(pageOf(answer.body).rows.map((row) => [row.id, row]));
      const moved = new Set(queriesOf(resource).filter((query) => put(client, query, fresh)));
      invalidate(resource, (query) => moved.has(query));
    }
    if (unknown) invalidate(resource, (query) => callOf(query) !== 'getOne');
  };

  const gather = createGather<Changed>(
    gatherMs,
    ({ kind, id }) => `${kind} ${id}`,
    (items) => {
      for (const [kind, changed] of Map.groupBy(items, ({ kind }) => kind)) {
        const resource = kinds[kind];
        // not reached: the stream's next connection says resync
        if (resource !== undefined) refresh(resource, changed).catch(() => undefined);
      }
    },
  );

  return {
    resync: () => automatically(() => void client.invalidateQueries()),
    changed: gather.add,
    gone: (rows) => {
      for (const [kind, gone] of Map.groupBy(rows, ({ kind }) => kind)) {
        const resource = kinds[kind];
        if (resource !== undefined) drop(client, queriesOf(resource), gone);
      }
    },
    stop: gather.stop,
  };
}

const callOf = (query: Query): unknown => query.queryKey[1];

/** Puts fresh rows into one query; answers whether the list must be asked for again because a row may have moved. */
function put(client: QueryClient, query: Query, fresh: ReadonlyMap<string, Row>): boolean {
  const data = query.state.data;
  if (data === undefined) return false;
  if (callOf(query) === 'getOne') {
    client.setQueryData(query.queryKey, patchOne(data as Row, fresh));
    return false;
  }
  if (!listCalls.has(String(callOf(query)))) return false;
  const list = data as Cached;
  client.setQueryData(query.queryKey, patchRows(list, fresh));
  const params = (query.queryKey[2] ?? {}) as ListParams;
  return rowsOf(list).some((row) => {
    const after = fresh.get(row.id);
    return after !== undefined && after.version > row.version && mayMove(params, row, after);
  });
}

function drop(client: QueryClient, queries: readonly Query[], gone: readonly Gone[]): void {
  const ids = new Set(gone.map(({ id }) => id));
  for (const query of queries) {
    const data = query.state.data;
    if (data === undefined) continue;
    if (callOf(query) === 'getOne' && ids.has((data as Row).id)) automatically(() => void client.resetQueries(query));
    if (listCalls.has(String(callOf(query)))) {
      client.setQueryData(query.queryKey, dropRows(data as Cached, ids));
    }
  }
}

/** The lowest version in which each row is shown. */
function versionsIn(queries: readonly Query[]): ReadonlyMap<string, number> {
  const versions = new Map<string, number>();
  for (const { id, version } of queries.flatMap(shownIn))
    versions.set(id, Math.min(version, versions.get(id) ?? version));
  return versions;
}

function shownIn(query: Query): readonly Row[] {
  const data = query.state.data;
  if (data === undefined) return [];
  if (callOf(query) === 'getOne') return [data as Row];
  return listCalls.has(String(callOf(query))) ? rowsOf(data as Cached) : [];
}
