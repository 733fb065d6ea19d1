import { QueryClient, QueryObserver } from '@tanstack/react-query';
import type { Http } from '../../browser/http/http';
import { isAutomatic } from './automatic';
import { createLiveCache } from './live-cache';
import { type Row, byIds } from './records';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const claim = (id: string, version: number, status = 'sent'): Row => ({ id, version, status }) as Row;
const listKey = ['claims', 'getList', { filter: { status: 'sent' }, sort: { field: 'day' } }];

/** A page that shows a list and one record, and a server that holds `rows`. */
function aPage(shown: readonly Row[], rows: readonly Row[]) {
  const client = new QueryClient();
  const listFetches: boolean[] = [];
  const reads: unknown[][] = [];
  const http = {
    read: (...call: unknown[]) => {
      reads.push(call);
      return Promise.resolve({ status: 200, body: { rows, total: rows.length }, version: undefined });
    },
  } as unknown as Http;
  const queryFn = () => {
    listFetches.push(isAutomatic());
    return Promise.resolve({ data: shown, total: shown.length });
  };
  client.setQueryData(listKey, { data: shown, total: 40 });
  client.setQueryData(['claims', 'getOne', { id: 'a' }], shown[0]);
  client.setQueryData(['claims', 'getMany', { ids: ['a'] }], shown.slice(0, 1));
  client.setQueryData(['claims', 'something else'], 'not ours');
  const observer = new QueryObserver(client, { queryKey: listKey, queryFn, staleTime: Infinity });
  const drawn: unknown[] = [];
  observer.subscribe(({ data }) => drawn.push(data));
  const cache = createLiveCache(client, http, { claim: 'claims' });
  const settle = () => jest.advanceTimersByTimeAsync(150);
  return { client, cache, reads, listFetches, settle, list: () => client.getQueryData<{ data: Row[] }>(listKey)?.data };
}

test('a burst of changes is one request by ids, and newer rows stand where older ones stood', async () => {
  const page = aPage([claim('a', 1), claim('b', 1)], [claim('a', 3), claim('b', 2)]);
  page.cache.changed([{ kind: 'claim', id: 'a', version: 2 }]);
  page.cache.changed([{ kind: 'claim', id: 'b', version: 2 }, { kind: 'claim', id: 'a', version: 3 }]); // prettier-ignore
  await page.settle();
  expect(page.reads).toEqual([['claims/search', byIds(['a', 'b']), { automatic: true }]]);
  expect(page.list()).toEqual([claim('a', 3), claim('b', 2)]);
  expect(page.client.getQueryData(['claims', 'getOne', { id: 'a' }])).toEqual(claim('a', 3));
  expect(page.client.getQueryData(['claims', 'getMany', { ids: ['a'] }])).toEqual([claim('a', 3)]);
  expect(page.listFetches).toEqual([]);
});

test('what is shown already is not asked for again', async () => {
  const page = aPage([claim('a', 5)], []);
  page.cache.changed([{ kind: 'claim', id: 'a', version: 5 }]);
  await page.settle();
  expect([page.reads.length, page.listFetches.length]).toEqual([0, 0]);
});

test('a row that is new to the lists makes them be asked for again, automatically', async () => {
  const page = aPage([claim('a', 1)], []);
  page.cache.changed([{ kind: 'claim', id: 'new', version: 1 }]);
  await page.settle();
  expect([page.reads.length, page.listFetches]).toEqual([0, [true]]);
});

test('a row that may have left its list makes that list be asked for again', async () => {
  const page = aPage([claim('a', 1)], [claim('a', 2, 'paid')]);
  page.cache.changed([{ kind: 'claim', id: 'a', version: 2 }]);
  await page.settle();
  expect(page.listFetches).toEqual([true]);
});

test('after a new connection everything that is shown is asked for again, automatically', async () => {
  const page = aPage([claim('a', 1)], []);
  page.cache.resync();
  await page.settle();
  expect(page.listFetches).toEqual([true]);
});

test('what this person may no longer see leaves the screen at once', async () => {
  const page = aPage([claim('a', 1), claim('b', 1)], []);
  page.cache.gone([{ kind: 'claim', id: 'a' }]);
  expect(page.list()).toEqual([claim('b', 1)]);
  expect(page.client.getQueryData(['claims', 'getOne', { id: 'a' }])).toBeUndefined();
});

test('kinds that no page shows are left alone, and after the end nothing is asked for', async () => {
  const page = aPage([claim('a', 1)], []);
  page.cache.changed([{ kind: 'weather', id: 'a', version: 2 }]);
  page.cache.gone([{ kind: 'weather', id: 'a' }]);
  page.cache.changed([{ kind: 'claim', id: 'a', version: 2 }]);
  page.cache.stop();
  await page.settle();
  expect([page.reads.length, page.list()]).toEqual([0, [claim('a', 1)]]);
});
