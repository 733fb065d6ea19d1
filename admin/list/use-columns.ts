import type { PreferenceKey } from '../../api/session/session.contract';
import { usePreference } from '../data/use-preference';
import type { Column } from '../design/table-column';
import { chosenColumns, togglesOf, type ColumnToggle } from './chosen-columns';

interface Columns<Row> {
  readonly shown: readonly Column<Row>[];
  readonly toggles: readonly ColumnToggle[];
  readonly toggle: (id: string) => void;
}

/** The columns that a person chose, kept on the server. The first is the row's link and always there. */
export function useColumns<Row>(
  key: PreferenceKey,
  all: readonly Column<Row>[],
  standard: readonly string[],
): Columns<Row> {
  const [saved, save] = usePreference(key);
  const ids = chosenColumns(all, saved, standard);
  return {
    shown: all.filter(({ id }) => ids.includes(id)),
    toggles: togglesOf(all, ids),
    toggle: (id) => save(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]),
  };
}
