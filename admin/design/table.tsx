import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react';
import { useSharedWords } from '../../browser/speech';
import { CheckBox } from './checkbox';
import { nextIndex } from './next-index';
import { SkeletonRows } from './skeleton';
import { type Column, type TableSelection, type TableSort, withKey } from './table-column';
import { TableFrame } from './table-frame';
import { TableHead } from './table-head';
import { TableRow } from './table-row';
import { VisuallyHidden } from './visually-hidden';
import './table.css';

interface TableProps<Row> {
  /** What the table holds, for those who listen. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while they load: the table shows its own skeleton. */
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  /** The first column becomes a link; up and down move between the links, and a click anywhere in the row follows it. */
  readonly linkTo?: (row: Row) => string;
  readonly sort?: TableSort;
  readonly onSort?: (sort: TableSort) => void;
  readonly selection?: TableSelection;
  /** What a row is called beside its checkbox. */
  readonly rowName?: (row: Row) => string;
  /** What is said of a row that is to be noticed; undefined for any other. */
  readonly markOf?: ((row: Row) => ReactNode) | undefined;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
  /** `<tr>` of totals. */
  readonly footer?: ReactNode;
  /** The rows are being fetched again; they stay readable. */
  readonly busy?: boolean | undefined;
}

export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, linkTo, sort, onSort, selection, empty, footer, busy } = props;
  const [reached, setReached] = useState<string>();
  if (rows?.length === 0 && empty !== undefined) return <div className="k-table-frame">{empty}</div>;
  const keys = rows?.map(rowKey) ?? [];
  const reachable = reached !== undefined && keys.includes(reached) ? reached : keys[0];
  return (
    <TableFrame label={caption}>
      <table className="k-table" aria-busy={busy ?? rows === undefined}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <TableHead
          columns={columns}
          sort={sort}
          onSort={onSort}
          pick={selection && <PickAll keys={keys} {...selection} />}
        />
        <tbody {...(linkTo && { onKeyDown: moveBetweenLinks, onClick: followRow })}>
          {rows === undefined && <SkeletonRows columns={columns.length + (selection ? 1 : 0)} />}
          {rows?.map((row) => (
            <TableRow
              key={rowKey(row)}
              row={row}
              columns={columns}
              to={linkTo?.(row)}
              reachable={rowKey(row) === reachable}
              onReach={() => setReached(rowKey(row))}
              mark={props.markOf?.(row)}
              picked={selection?.selected.has(rowKey(row)) ?? false}
              pick={selection && <PickOne of={rowKey(row)} name={props.rowName?.(row) ?? rowKey(row)} {...selection} />}
            />
          ))}
        </tbody>
        {footer !== undefined && <tfoot>{footer}</tfoot>}
      </table>
    </TableFrame>
  );
}

function PickAll({ keys, selected, onChange }: TableSelection & { readonly keys: readonly string[] }) {
  const say = useSharedWords();
  const chosen = keys.filter((key) => selected.has(key)).length;
  const change = (on: boolean) => onChange(keys.reduce((all, key) => withKey(all, key, on), selected));
  return (
    <th scope="col" className="k-pick">
      <CheckBox
        label={say('pieces.selectAll')}
        labelHidden
        checked={keys.length > 0 && chosen === keys.length}
        some={chosen > 0 && chosen < keys.length}
        onChange={change}
      />
    </th>
  );
}

function PickOne({ of, name, selected, onChange }: TableSelection & { readonly of: string; readonly name: string }) {
  const say = useSharedWords();
  return (
    <td className="k-pick">
      <CheckBox
        label={say('pieces.selectRow', { name })}
        labelHidden
        checked={selected.has(of)}
        onChange={(on) => onChange(withKey(selected, of, on))}
      />
    </td>
  );
}

const linkSelector = '.k-row-link';

function moveBetweenLinks(event: KeyboardEvent<HTMLElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>(linkSelector)];
  const at = links.findIndex((link) => link === event.target);
  if (at < 0) return;
  const to = nextIndex(event.key, at, links.length, { axis: 'vertical', wrap: false });
  if (to === undefined) return;
  event.preventDefault();
  links[to]?.focus();
}

/** A click beside the link counts for it, unless it is meant for something else or ends a selection of text. */
function followRow(event: MouseEvent<HTMLElement>) {
  const target = event.target as Element;
  if (target.closest('a, button, input, label, select') || window.getSelection()?.isCollapsed === false) return;
  const { ctrlKey, metaKey, shiftKey } = event;
  target
    .closest('tr')
    ?.querySelector(linkSelector)
    ?.dispatchEvent(new window.MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
}
