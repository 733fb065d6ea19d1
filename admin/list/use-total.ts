import { type SortPayload, useGetList } from 'react-admin';
import { standardPerPage } from './memory-list';

interface Asked {
  readonly resource: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly sort: SortPayload;
}

/** How many rows the `MemoryList` of a page has, for what stands outside of it: its first page is asked for once for both. */
export const useTotal = ({ resource, filter, sort }: Asked): number | undefined =>
  useGetList(resource, { filter, sort, pagination: { page: 1, perPage: standardPerPage } }).total;
