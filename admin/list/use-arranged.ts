import { useEffect, useEffectEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ColumnId, ViewedList } from '../../api/views/arrangement.contract';
import type { ListViewView } from '../../api/views/view.contract';
import type { Problem } from '../../browser/http/problem';
import { usePreference } from '../data/use-preference';
import type { Column, TableSort } from '../design/table-column';
import { type Arrangement, addressOf, filtersIn, sameArrangement, viewFilters, viewParam } from './arranged';
import { type ColumnToggle, chosenColumns, togglesOf } from './chosen-columns';
import { useViews } from './use-views';

/** A column whose id a view can keep. */
export type ViewedColumn<List extends ViewedList, Row> = Column<Row> & { readonly id: ColumnId<List> };

interface Given<List extends ViewedList> {
  readonly list: List;
  /** Every column that there can be; the first is the row's link and always there. Empty: there is nothing to choose. */
  readonly columns: readonly { readonly id: ColumnId<List>; readonly header: string }[];
  /** Ids of those that are there before anyone chose; all, unless said otherwise. */
  readonly standard?: readonly ColumnId<List>[];
  /** Of a list that can be put in order otherwise. */
  readonly order?: { readonly natural: TableSort; readonly now: TableSort; readonly set: (sort: TableSort) => void };
}

export interface Views {
  readonly list: ViewedList;
  readonly all: readonly ListViewView[];
  /** Why they are not known. */
  readonly problem: Problem | undefined;
  readonly again: () => void;
  readonly picked: ListViewView | undefined;
  /** The list does not stand as the picked view has it. */
  readonly changed: boolean;
  /** How the list stands now. */
  readonly now: Arrangement;
  /** Undefined: no view, no filter, the list's own order. */
  readonly pick: (view: ListViewView | undefined) => void;
}

export interface Arranged {
  /** Whether a column is shown. */
  readonly shows: (column: { readonly id: string }) => boolean;
  readonly toggles: readonly ColumnToggle[];
  readonly toggle: (id: string) => void;
  readonly views: Views;
}

/** How a list stands: its filters in the address, its order, its columns; and the views that a person keeps of it. */
export function useArranged<List extends ViewedList>(given: Given<List>): Arranged {
  const { list, columns, standard = columns.map(({ id }) => id), order } = given;
  const [params, setParams] = useSearchParams();
  const { views: all = none, problem, again } = useViews(list);
  const picked = all.find(({ id }) => id === params.get(viewParam));
  const [saved, save] = usePreference(`columns.${list}`);
  const [draft, setDraft] = useState<{ readonly of: string; readonly columns: readonly string[] }>();
  const drafted = draft !== undefined && draft.of === picked?.id ? draft.columns : undefined;
  const ids = chosenColumns(columns, drafted ?? picked?.arrangement.columns ?? saved, standard);
  const pickedId = picked?.id;
  const takeOrder = useEffectEvent(() => {
    if (picked?.arrangement.sort) order?.set(picked.arrangement.sort);
  });
  useEffect(() => {
    if (pickedId !== undefined) takeOrder(); // whoever comes by the address of a view finds its order too
  }, [pickedId]);
  const asKept = ({ arrangement }: ListViewView): Arrangement => ({
    filters: arrangement.filters,
    sort: arrangement.sort ?? order?.natural ?? null,
    columns: columnsOf(columns, chosenColumns(columns, arrangement.columns, standard)),
  });
  const now: Arrangement = {
    filters: filtersIn(params, viewFilters[list]),
    sort: order?.now ?? null,
    columns: columnsOf(columns, ids),
  };
  return {
    shows: ({ id }) => ids.includes(id),
    toggles: togglesOf(columns, ids),
    toggle: (id) => {
      const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
      if (picked) setDraft({ of: picked.id, columns: next });
      else save(next);
    },
    views: {
      list,
      all,
      problem,
      again,
      picked,
      now,
      changed: picked !== undefined && !sameArrangement(now, asKept(picked)),
      pick: (view) => {
        setDraft(undefined);
        setParams(addressOf(params, viewFilters[list], view));
        const sort = view?.arrangement.sort ?? order?.natural;
        if (sort) order?.set(sort);
      },
    },
  };
}

const none: readonly ListViewView[] = [];

const columnsOf = (columns: readonly unknown[], ids: readonly string[]): string[] | null =>
  columns.length === 0 ? null : [...ids];
