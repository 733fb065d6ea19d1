import type { ReactNode } from 'react';
import { classes } from './classes';
import { Link } from './link';
import type { Column } from './table-column';

interface TableRowProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly to: string | undefined;
  /** Whether Tab reaches this row's link; the arrow keys reach the others. */
  readonly reachable: boolean;
  readonly onReach: () => void;
  readonly picked: boolean;
  readonly pick: ReactNode;
  /** Said behind its first cell where something is to be noticed about the row; it is marked then. */
  readonly mark?: ReactNode;
}

export const TableRow = <Row,>({ row, columns, to, reachable, onReach, picked, pick, mark }: TableRowProps<Row>) => (
  <tr
    className={classes(to !== undefined && 'k-row-linked', picked && 'k-row-picked')}
    {...(mark !== undefined && { 'data-changed': '' })}
  >
    {pick}
    {columns.map((column, index) => (
      <td key={column.id} className={classes(column.number && 'k-number')}>
        {index === 0 && to !== undefined ? (
          <Link className="k-row-link" to={to} tabIndex={reachable ? 0 : -1} onFocus={onReach}>
            {column.renderCell(row)}
          </Link>
        ) : (
          column.renderCell(row)
        )}
        {index === 0 && mark}
      </td>
    ))}
  </tr>
);
