import type { ReactNode } from 'react';
import { ListBase, type SortPayload } from 'react-admin';
import { textOf } from '../../browser/typed-text';

interface MemoryListProps {
  readonly resource: string;
  /** Where what is typed into its search is remembered, for the life of the tab. */
  readonly place: string;
  /** Fixed filters, and those from the address (`useUrlFilter`): known values only. */
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly sort: SortPayload;
  readonly perPage?: number;
  readonly children: ReactNode;
}

const none = {};
export const standardPerPage = 25;

/**
 * A list whose state lives in memory alone. react-admin's default writes filters, typed text included, into the address and
 * into the browser's storage; this one writes nothing, and the text still survives going back.
 */
export const MemoryList = ({ place, filter = none, perPage = standardPerPage, children, ...rest }: MemoryListProps) => (
  <ListBase
    {...rest}
    perPage={perPage}
    filter={filter}
    filterDefaultValues={textOf(place) === '' ? none : { text: textOf(place) }}
    disableSyncWithLocation
    storeKey={false}
    exporter={false}
  >
    {children}
  </ListBase>
);
