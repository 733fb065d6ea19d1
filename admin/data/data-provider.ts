import type { DataProvider } from 'react-admin';
import { changes } from '../../browser/http/conflict';
import { type Http, pathOf } from '../../browser/http/http';
import { isAutomatic } from './automatic';
import { type SearchQuery, byIds, pageOf } from './records';

/** One thing that the practice does to a record: `cancel` an appointment, `submit` a claim. */
export interface Act {
  readonly id: string;
  /** Below the record's address: `cancel`, `contacts/end`. */
  readonly verb: string;
  /** The version that the person looked at. */
  readonly version: number;
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface KeptDataProvider extends DataProvider {
  readonly act: (resource: string, act: Act) => Promise<{ data: unknown }>;
}

/**
 * react-admin's data calls over Kept's API. Every read of a list is a POST, so that nothing typed is ever part of an address.
 * Nothing is deleted in Kept, and what touches many records is an act of its own: those calls refuse.
 */
export function createDataProvider(http: Http): KeptDataProvider {
  const search = async (resource: string, query: SearchQuery, signal?: AbortSignal) => {
    const answer = await http.read(`${pathOf(resource)}/search`, query, { signal, automatic: isAutomatic() });
    const { rows, total } = pageOf(answer.body);
    return { data: [...rows] as never[], total }; // react-admin's callers name the type of the rows
  };
  return {
    supportAbortSignal: true,
    getList: (resource, params) => search(resource, queryOf(params), params.signal),
    getManyReference: (resource, params) =>
      search(resource, queryOf(params, { [params.target]: params.id }), params.signal),
    getMany: (resource, { ids, signal }) => search(resource, byIds(ids.map(String)), signal),
    getOne: async (resource, { id, signal }) => {
      const { body } = await http.get(pathOf(resource, id), { signal, automatic: isAutomatic() });
      return { data: body as never };
    },
    create: async (resource, { data }) => {
      const { body } = await http.write('POST', pathOf(resource), data);
      return { data: body as never };
    },
    update: async (resource, { id, data, previousData }) => {
      const version = versionOf(data) ?? versionOf(previousData);
      if (version === undefined) throw new TypeError('a change names the version that it was made on');
      const patch = changes((previousData ?? {}) as object, data as object);
      const { body } = await http.write('POST', pathOf(resource, id, 'change'), patch, { version });
      return { data: body as never };
    },
    act: async (resource, { id, verb, version, data = {} }) => {
      const { body } = await http.write('POST', pathOf(resource, id, ...verb.split('/')), data, { version });
      return { data: body };
    },
    updateMany: () => Promise.reject(new Error('what touches many records is an act of its own')),
    delete: () => Promise.reject(new Error('nothing is deleted: records end by an act')),
    deleteMany: () => Promise.reject(new Error('nothing is deleted: records end by an act')),
  };
}

interface ListParams {
  readonly filter?: unknown;
  readonly sort?: SearchQuery['sort'] | undefined;
  readonly pagination?: { readonly page: number; readonly perPage: number } | undefined;
}

function queryOf({ filter, sort, pagination }: ListParams, further = {}): SearchQuery {
  const { page, perPage } = pagination ?? { page: 1, perPage: 25 };
  return {
    filter: { ...(filter as object), ...further },
    ...(sort && sort.field !== 'id' && { sort }), // `id` is react-admin's word for no order of one's own
    range: [(page - 1) * perPage, page * perPage - 1],
  };
}

function versionOf(record: unknown): number | undefined {
  if (typeof record !== 'object' || record === null || !('version' in record)) return undefined;
  return typeof record.version === 'number' ? record.version : undefined;
}
