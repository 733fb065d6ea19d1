import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly renderCell: (row: Row) => ReactNode;
  /** Figures: aligned right, on one line. */
  readonly number?: boolean;
  readonly sortable?: boolean;
}

export interface TableSort {
  readonly field: string;
  readonly order: 'ASC' | 'DESC';
}

/** What pressing a column's header asks for: its own order first, then the other way round. */
export const sortAfterPress = (field: string, sort: TableSort | undefined): TableSort => ({
  field,
  order: sort?.field === field && sort.order === 'ASC' ? 'DESC' : 'ASC',
});

export interface TableSelection {
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
}

export function withKey(keys: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(keys);
  if (on) next.add(key);
  else next.delete(key);
  return next;
}
