import { nextIndex } from '../design/next-index';

/**
 * Where a key leads on a board of columns (ids from top to bottom): up and down within the column, left and right to the same
 * height of the next column that has anybody. Undefined: nowhere.
 */
export function stepOnBoard(columns: readonly (readonly string[])[], at: string, key: string): string | undefined {
  const across = columns.findIndex((column) => column.includes(at));
  const column = columns[across] ?? [];
  const down = column.indexOf(at);
  const to = nextIndex(key, down, column.length, { axis: 'vertical', wrap: false });
  if (to !== undefined) return column[to];
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const beside = key === 'ArrowRight' ? columns.slice(across + 1) : columns.slice(0, across).toReversed();
  const next = beside.find(({ length }) => length > 0);
  return next?.[Math.min(down, next.length - 1)];
}
