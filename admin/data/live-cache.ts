import type { Query } from '@tanstack/react-query';
import type { Http } from '../../browser/http/http';
import { createGather } from '../../browser/live/gather';
import type { Hint, LiveHandlers } from '../../browser/live/live-stream';
import { automatically } from './automatic';
import type { ListParams } from './patch-rows';
import { type Cache, callOf, dropFrom, isList, putRows, queriesOf, shapesOf, shownIds } from './put-rows';
import { type Row, byIds, pageOf } from './records';

const gatherMs = 100;
const mostAtOnce = 200;

export interface Kind {
  /** Whose rows they are: `appointment` → `appointments`. */
  readonly resource?: string;
  /** Further resources whose rows may bear the same id: asked for again where they are shown. */
  readonly shownBy?: readonly string[];
  /** First parts of further keys that are asked for again when such a thing changes. */
  readonly also?: readonly string[];
}
/** By what live hints call them. A kind that no page shows is left out. */
export type Kinds = Readonly<Record<string, Kind>>;

/** What the stream's hints do to what is on screen. */
export interface LiveCache extends Omit<LiveHandlers, 'refused'> {
  readonly stop: () => void;
}

/** Keeps what is on screen true: asks once for the rows that changed, and puts them where older ones stand. */
export function createLiveCache(cache: Cache, http: Http, kinds: Kinds): LiveCache {
  const { client } = cache;
  /** Marks as stale, and fetches again what is on screen. */
  const askAgain = (which: (query: Query) => boolean) =>
    automatically(() => void client.invalidateQueries({ predicate: which }));

  const refresh = async (resource: string, ids: readonly string[]) => {
    const shown = shownIds(cache, resource);
    // a shape knows by itself whether a row that is new to it belongs into it
    const wanted = shapesOf(cache, resource).length > 0 ? ids : ids.filter((id) => shown.has(id));
    const queries = new Set(queriesOf(cache, resource));
    if (wanted.length > mostAtOnce) return askAgain((query) => queries.has(query) || isAbout(query, new Set(ids)));
    const rows = wanted.length > 0 ? await search(resource, wanted) : [];
    const kin = kinOf(cache, resource, new Map(rows.map((row) => [row.id, row])));
    if (kin.length > 0) rows.push(...(await search(resource, kin)));
    const again = new Set(putRows(cache, resource, new Map(rows.map((row) => [row.id, row]))));
    const changed = new Set(ids);
    const isNew = ids.some((id) => !shown.has(id));
    for (const query of queriesOf(cache, resource)) {
      if (isList(query) && isNew) again.add(query);
      // a record that was read whole says more than its row does
      if (callOf(query) === 'getOne' && changed.has(idOf(query))) again.add(query);
    }
    const about = new Set([...ids, ...rows.flatMap(clientOf)]);
    askAgain((query) => again.has(query) || (!queries.has(query) && isAbout(query, about)));
  };

  const search = async (resource: string, ids: readonly string[]) => [
    ...pageOf((await http.read(`${resource}/search`, byIds(ids), { automatic: true })).body).rows,
  ];

  // one after the other: rows that were asked for later never stand below older ones
  const queues = new Map<string, Promise<void>>();
  const enqueue = (resource: string, ids: readonly string[]) => {
    const before = queues.get(resource) ?? Promise.resolve();
    // not reached: the stream's next connection says resync
    queues.set(
      resource,
      before.then(() => refresh(resource, ids)).catch(() => undefined),
    );
  };

  const gather = createGather<Hint>(
    gatherMs,
    ({ kind, id }) => `${kind} ${id}`,
    (hints) => {
      const known = hints.flatMap(({ kind, id }) => {
        const found = kinds[kind];
        return found ? [{ ...found, id }] : [];
      });
      const keys = new Set(known.flatMap(({ also = [] }) => also));
      if (keys.size > 0) askAgain(({ queryKey: [first] }) => keys.has(String(first)));
      for (const { id, shownBy = [] } of known)
        for (const resource of shownBy) if (shownIds(cache, resource).has(id)) enqueue(resource, [id]);
      for (const [resource, of] of Map.groupBy(known, ({ resource }) => resource))
        if (resource !== undefined) enqueue(resource, [...new Set(of.map(({ id }) => id))]);
    },
  );

  return {
    resync: () => automatically(() => void client.invalidateQueries()),
    changed: gather.add,
    gone: (hints) => {
      for (const [kind, gone] of Map.groupBy(hints, ({ kind }) => kind)) {
        const resource = kinds[kind]?.resource;
        if (resource === undefined) continue;
        dropFrom(cache, resource, new Set(gone.map(({ id }) => id)), (query) =>
          automatically(() => void client.resetQueries(query)),
        );
      }
    },
    stop: gather.stop,
  };
}

const kinOf = (cache: Cache, resource: string, fresh: ReadonlyMap<string, Row>): readonly string[] => {
  const found = shapesOf(cache, resource).flatMap(([{ kin }, query]) => kin?.(query.state.data as never, fresh) ?? []);
  return [...new Set(found)].filter((id) => !fresh.has(id)).slice(0, mostAtOnce);
};

const idOf = (query: Query): string => String((query.queryKey[2] as { readonly id?: unknown } | undefined)?.id);

/** A list that was asked for as belonging to one of these: the timeline of an appointment, the messages of a client. */
function isAbout(query: Query, ids: ReadonlySet<string>): boolean {
  if (!isList(query)) return false;
  const { filter = {} } = (query.queryKey[2] ?? {}) as ListParams;
  return Object.values(filter).some((value) => typeof value === 'string' && ids.has(value));
}

const clientOf = (row: object): readonly string[] =>
  'clientId' in row && typeof row.clientId === 'string' ? [row.clientId] : [];
