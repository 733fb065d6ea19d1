import { useState } from 'react';
import { useListContext } from 'react-admin';
import { rememberText } from '../../browser/typed-text';

interface ListSearchState {
  /** Whether the list is searched by what someone typed. */
  readonly typed: boolean;
  /** The key of its `ListSearch`: another one once it is cleared, and the field begins anew. */
  readonly round: number;
  /** What was typed goes, and every filter of the page with it. */
  readonly clear: () => void;
}

/** The search of a `MemoryList` and the way out of it. `clearFilters` lets go of what the page narrows the list by otherwise. */
export function useListSearch(place: string, clearFilters: () => void): ListSearchState {
  const { filterValues, setFilters } = useListContext();
  const [round, setRound] = useState(0);
  return {
    round,
    typed: Object.keys(filterValues as object).length > 0,
    clear: () => {
      rememberText(place, '');
      setRound(round + 1);
      setFilters({});
      clearFilters();
    },
  };
}
