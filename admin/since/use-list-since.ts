import { useListContext } from 'react-admin';
import type { Looked } from './since-looked';
import { type Since, useSince } from './use-since';

/** The same for the rows of the list around it. */
export function useListSince(rows: readonly Looked[] | undefined): Since {
  const { isPlaceholderData, filterValues, filter, sort, page, perPage } = useListContext();
  const of = JSON.stringify([filterValues, filter, sort, page, perPage]);
  // while another page is on its way the rows of the one before stand there
  return useSince(of, isPlaceholderData ? undefined : rows);
}
