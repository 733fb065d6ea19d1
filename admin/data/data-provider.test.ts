import type { Http } from '../../browser/http/http';
import { automatically } from './automatic';
import { createDataProvider } from './data-provider';

function aProvider(body: unknown = { rows: [{ id: 'a', version: 1 }], total: 41 }) {
  const calls: unknown[][] = [];
  const answer =
    (name: string) =>
    (...call: unknown[]) => {
      calls.push([name, ...call]);
      return Promise.resolve({ status: 200, body, version: undefined });
    };
  const http = { get: answer('get'), read: answer('read'), write: answer('write') } as unknown as Http;
  return { data: createDataProvider(http), calls };
}

test('a list is asked for by a body, never by an address: text that someone typed is in it', async () => {
  const { data, calls } = aProvider();
  const answer = await data.getList('claims', {
    filter: { q: 'someone' },
    sort: { field: 'day', order: 'DESC' },
    pagination: { page: 3, perPage: 20 },
  });
  expect(answer).toEqual({ data: [{ id: 'a', version: 1 }], total: 41 });
  expect(calls).toEqual([
    [
      'read',
      'claims/search',
      { filter: { q: 'someone' }, sort: { field: 'day', order: 'DESC' }, range: [40, 59] },
      { signal: undefined, automatic: false },
    ],
  ]);
});

test('a list without an order of its own names none: the resource has one', async () => {
  const { data, calls } = aProvider();
  await data.getList('claims', {
    sort: { field: 'id', order: 'ASC' },
    pagination: { page: 1, perPage: 5 },
    filter: {},
  });
  expect(calls[0]?.[2]).toEqual({ filter: {}, range: [0, 4] });
});

test('records by their ids, and those of another record, are searches too', async () => {
  const { data, calls } = aProvider();
  await data.getMany('clients', { ids: ['a', 'b'] });
  const sort = { field: 'day', order: 'ASC' } as const;
  const pagination = { page: 1, perPage: 10 };
  await data.getManyReference('visits', { target: 'clientId', id: 'a', filter: { open: true }, sort, pagination });
  expect(calls.map((call) => call.slice(0, 3))).toEqual([
    ['read', 'clients/search', { filter: { ids: ['a', 'b'] }, range: [0, 1] }],
    ['read', 'visits/search', { filter: { open: true, clientId: 'a' }, sort, range: [0, 9] }],
  ]);
});

test('a change sends what differs, on the version of the form’s own copy', async () => {
  const { data, calls } = aProvider({ id: 'a', version: 8 });
  const previousData = { id: 'a', version: 7, note: '', reason: 'sick' };
  await data.update('claims', { id: 'a', data: { ...previousData, note: 'x' }, previousData });
  expect(calls).toEqual([['write', 'POST', 'claims/a/change', { note: 'x' }, { version: 7 }]]);
});

test('a change without a version is a defect, not a request', async () => {
  const { data, calls } = aProvider();
  await expect(data.update('claims', { id: 'a', data: { note: 'x' }, previousData: { id: 'a' } })).rejects.toThrow(
    'names the version',
  );
  expect(calls).toEqual([]);
});

test('an act names its verb and its version', async () => {
  const { data, calls } = aProvider({ state: 'cancelled' });
  const act = { id: 'a/b', verb: 'cancel', version: 3, data: { reason: 'sick' } };
  expect(await data.act('appointments', act)).toEqual({ data: { state: 'cancelled' } });
  expect(calls).toEqual([['write', 'POST', 'appointments/a%2Fb/cancel', { reason: 'sick' }, { version: 3 }]]);
  await data.act('clients', { id: 'a', verb: 'contacts/end', version: 1 });
  expect(calls.at(-1)).toEqual(['write', 'POST', 'clients/a/contacts/end', {}, { version: 1 }]);
});

test('nothing is deleted, and many are changed by an act of their own', async () => {
  const { data } = aProvider();
  await expect(data.delete('claims', { id: 'a' })).rejects.toThrow('nothing is deleted');
  await expect(data.deleteMany('claims', { ids: ['a'] })).rejects.toThrow('nothing is deleted');
  await expect(data.updateMany('claims', { ids: ['a'], data: {} })).rejects.toThrow('an act of its own');
});

test('what nobody asked for says so', async () => {
  const { data, calls } = aProvider();
  await automatically(() => data.getOne('claims', { id: 'a' }));
  await data.getOne('claims', { id: 'a' });
  expect(calls.map(([, , ask]) => (ask as { automatic: boolean }).automatic)).toEqual([true, false]);
});

test('an answer that is no page is an error, not an empty list', async () => {
  const { data } = aProvider({ items: [] });
  await expect(data.getMany('claims', { ids: ['a'] })).rejects.toThrow('a search answers');
});
