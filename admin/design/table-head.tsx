import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon } from './icon';
import { type Column, type TableSort, sortAfterPress } from './table-column';

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: TableSort | undefined;
  readonly onSort: ((sort: TableSort) => void) | undefined;
  /** The cell that picks all rows. */
  readonly pick: ReactNode;
}

/** A sortable header is a button in its `th`; the `th` tells the order. */
export const TableHead = <Row,>({ columns, sort, onSort, pick }: TableHeadProps<Row>) => (
  <thead>
    <tr>
      {pick}
      {columns.map((column) => {
        const order = sort?.field === column.id ? sort.order : undefined;
        return (
          <th
            key={column.id}
            scope="col"
            className={classes(column.number && 'k-number')}
            {...(order && { 'aria-sort': order === 'ASC' ? ('ascending' as const) : ('descending' as const) })}
          >
            {column.sortable && onSort ? (
              <button type="button" className="k-sort" onClick={() => onSort(sortAfterPress(column.id, sort))}>
                {column.header}
                {order && <Icon of={order === 'ASC' ? ArrowUp : ArrowDown} />}
              </button>
            ) : (
              column.header
            )}
          </th>
        );
      })}
    </tr>
  </thead>
);
