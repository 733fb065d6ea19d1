import { nextIndex } from '../design/next-index';

/** Something in a column that can be reached: an appointment, or a free time. */
export interface Spot {
  readonly key: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Where a key leads: up and down in time, left and right to the nearest time in the next column. Undefined: nowhere. */
export function stepOnDay(columns: readonly (readonly Spot[])[], key: string, pressed: string): string | undefined {
  const across = columns.findIndex((column) => column.some((spot) => spot.key === key));
  const column = columns[across] ?? [];
  const down = column.findIndex((spot) => spot.key === key);
  const to = nextIndex(pressed, down, column.length, { axis: 'vertical', wrap: false });
  if (to !== undefined) return column[to]?.key;
  if (pressed !== 'ArrowLeft' && pressed !== 'ArrowRight') return undefined;
  const beside = pressed === 'ArrowRight' ? columns.slice(across + 1) : columns.slice(0, across).toReversed();
  const next = beside.find(({ length }) => length > 0);
  return next && nearest(next, column[down]?.at ?? 0)?.key;
}

/** The spot whose time is nearest; the earlier of two. */
export const nearest = (column: readonly Spot[], at: number): Spot | undefined =>
  column.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at) || a.at - b.at)[0];
