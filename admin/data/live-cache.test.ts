import { QueryClient, QueryObserver } from '@tanstack/react-query';
import type { Http } from '../../browser/http/http';
import { isAutomatic } from './automatic';
import { createLiveCache } from './live-cache';
import type { Shape } from './put-rows';
import { type Row, byIds } from './records';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const claim = (id: string, version: number, status = 'sent'): Row => ({ id, version, status, day: 1 }) as Row;
const hint = (id: string, kind = 'claim') => ({ kind, id });
const listKey = ['claims', 'getList', { filter: { status: 'sent' }, sort: { field: 'day' } }];
const oneKey = ['claims', 'getOne', { id: 'a' }];
const aboutKey = ['timeline', 'getList', { filter: { refId: 'a' } }];
const otherKey = ['timeline', 'getList', { filter: { refId: 'other' } }];

/** A page that shows a list and one record, and a server that holds `rows`. */
function aPage(shown: readonly Row[], rows: readonly Row[], shapes: readonly Shape[] = []) {
  const client = new QueryClient();
  const fetched: [key: string, automatic: boolean][] = [];
  const reads: unknown[][] = [];
  const http = {
    read: (...call: unknown[]) => {
      reads.push(call);
      return Promise.resolve({ status: 200, body: { rows, total: rows.length }, version: undefined });
    },
  } as unknown as Http;
  const watch = (queryKey: readonly unknown[], data: unknown) => {
    client.setQueryData(queryKey, data);
    const queryFn = () => {
      fetched.push([queryKey.slice(0, 2).join(' '), isAutomatic()]);
      return Promise.resolve(data);
    };
    new QueryObserver(client, { queryKey, queryFn, staleTime: Infinity }).subscribe(() => undefined);
  };
  watch(listKey, { data: shown, total: 40 });
  watch(oneKey, shown[0]);
  watch(aboutKey, { data: [], total: 0 });
  watch(otherKey, { data: [], total: 0 });
  watch(['counts'], 1);
  client.setQueryData(['claims', 'getMany', { ids: ['a'] }], shown.slice(0, 1));
  client.setQueryData(['claims', 'something else'], 'not ours');
  const kinds = {
    claim: { resource: 'claims', also: ['counts'] },
    silent: { resource: 'claims' },
    plan: { resource: 'appointments', shownBy: ['claims'] },
  };
  const cache = createLiveCache({ client, shapes }, http, kinds);
  const settle = () => jest.advanceTimersByTimeAsync(150);
  return { client, cache, reads, fetched, settle, list: () => client.getQueryData<{ data: Row[] }>(listKey)?.data };
}

test('a burst of changes is one request by ids, and newer rows stand where older ones stood', async () => {
  const page = aPage([claim('a', 1), claim('b', 1)], [claim('a', 3), claim('b', 2)]);
  page.cache.changed([hint('a', 'silent')]);
  page.cache.changed([hint('b', 'silent'), hint('a', 'silent')]);
  await page.settle();
  expect(page.reads).toEqual([['claims/search', byIds(['a', 'b']), { automatic: true }]]);
  expect(page.list()).toEqual([claim('a', 3), claim('b', 2)]);
  expect(page.client.getQueryData(['claims', 'getMany', { ids: ['a'] }])).toEqual([claim('a', 3)]);
  expect(page.fetched.filter(([key]) => key === 'claims getList')).toEqual([]);
});

test('a record that is read whole is asked for again, and so is what is listed as belonging to it', async () => {
  const page = aPage([claim('a', 1)], [claim('a', 2)]);
  page.cache.changed([hint('a', 'silent')]);
  await page.settle();
  expect(page.fetched).toEqual([['claims getOne', true], ['timeline getList', true]]); // prettier-ignore
});

test('what bears the id of something else as well is asked for again where it is shown, and makes no list be asked for', async () => {
  const page = aPage([claim('a', 1), claim('b', 1)], [claim('a', 1, 'planned')]);
  page.cache.changed([hint('a', 'plan'), hint('elsewhere', 'plan')]);
  await page.settle();
  expect(page.reads).toEqual([['claims/search', byIds(['a']), { automatic: true }]]);
  expect(page.fetched.map(([key]) => key)).toEqual(expect.arrayContaining(['claims getOne']));
});

test('what else hangs on a kind is asked for again once', async () => {
  const page = aPage([claim('a', 1)], [claim('a', 2)]);
  page.cache.changed([hint('a'), hint('b')]);
  await page.settle();
  expect(page.fetched.filter(([key]) => key === 'counts')).toEqual([['counts', true]]);
});

test('a row that is new to the lists makes them be asked for again, automatically', async () => {
  const page = aPage([claim('a', 1)], []);
  page.cache.changed([hint('new', 'silent')]);
  await page.settle();
  expect([page.reads.length, page.fetched]).toEqual([0, [['claims getList', true]]]);
});

test('a row that may have left its list makes that list be asked for again', async () => {
  const page = aPage([claim('b', 1)], [claim('b', 2, 'paid')]);
  page.cache.changed([hint('b', 'silent')]);
  await page.settle();
  expect(page.fetched).toEqual([['claims getList', true]]);
});

test('a list that was being fetched when a row changed is asked for again: it may bring the older row', async () => {
  const page = aPage([claim('a', 1), claim('b', 1)], [claim('b', 2)]);
  const bring: ((data: unknown) => void)[] = [];
  void page.client
    .fetchQuery({ queryKey: listKey, queryFn: () => new Promise((resolve) => bring.push(resolve)) })
    .catch(() => undefined); // given up for the second one
  page.cache.changed([hint('b', 'silent')]);
  await page.settle();
  expect(bring).toHaveLength(2);
  for (const [index, answer] of bring.entries()) answer({ data: [claim('b', index + 1)], total: 40 });
  await page.settle();
  expect(page.list()).toEqual([claim('b', 2)]);
});

test('a shape of its own takes rows in and out by itself, and hears of rows that it did not have', async () => {
  interface Sent {
    readonly sent: readonly Row[];
  }
  const shape: Shape<Sent> = {
    key: ['box', 'sent'],
    resource: 'claims',
    rows: ({ sent }) => sent,
    put: ({ sent }, fresh) => ({ sent: [...sent.filter(({ id }) => !fresh.has(id)), ...fresh.values()] }),
    drop: ({ sent }, ids) => ({ sent: sent.filter(({ id }) => !ids.has(id)) }),
  };
  const page = aPage([claim('a', 1)], [claim('z', 1)], [shape as unknown as Shape]);
  page.client.setQueryData(['box', 'sent', 1], { sent: [claim('a', 1)] });
  page.cache.changed([hint('z', 'silent')]);
  await page.settle();
  expect(page.reads.map(([, body]) => body)).toEqual([byIds(['z'])]);
  expect(page.client.getQueryData(['box', 'sent', 1])).toEqual({ sent: [claim('a', 1), claim('z', 1)] });
  page.cache.gone([hint('a')]);
  expect(page.client.getQueryData(['box', 'sent', 1])).toEqual({ sent: [claim('z', 1)] });
});

test('after a new connection everything that is shown is asked for again, automatically', async () => {
  const page = aPage([claim('a', 1)], []);
  page.cache.resync();
  await page.settle();
  expect(page.fetched).toHaveLength(5);
  expect(page.fetched.every(([, automatic]) => automatic)).toBe(true);
});

test('what this person may no longer see leaves the screen at once', () => {
  const page = aPage([claim('a', 1), claim('b', 1)], []);
  page.cache.gone([hint('a')]);
  expect(page.list()).toEqual([claim('b', 1)]);
  expect(page.client.getQueryData(oneKey)).toBeUndefined();
});

test('kinds that no page shows are left alone, and after the end nothing is asked for', async () => {
  const page = aPage([claim('a', 1)], []);
  page.cache.changed([hint('a', 'weather')]);
  page.cache.gone([hint('a', 'weather')]);
  page.cache.changed([hint('a')]);
  page.cache.stop();
  await page.settle();
  expect([page.reads.length, page.list(), page.fetched]).toEqual([0, [claim('a', 1)], []]);
});
