import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { type Spot, nearest, stepOnDay } from './step-on-day';

interface DayFocus {
  readonly grid: RefObject<HTMLDivElement | null>;
  /** What Tab reaches; the arrow keys reach the rest. */
  readonly reachable: string | undefined;
  readonly onFocus: (event: { readonly target: EventTarget }) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface Begin {
  readonly at: number;
  /** Of the columns; the first that has anything where it is not said, or has none itself. */
  readonly column?: number | undefined;
}

/** Walks columns with the arrow keys. Tab comes to where one was last, else to what is nearest to `begin`. */
export function useDayFocus(columns: readonly (readonly Spot[])[], begin: Begin): DayFocus {
  const grid = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string>();
  const known = columns.some((column) => column.some(({ key }) => key === chosen));
  const asked = columns[begin.column ?? -1] ?? [];
  const first = asked.length > 0 ? asked : (columns.find(({ length }) => length > 0) ?? []);
  const reachable = known ? chosen : nearest(first, begin.at)?.key;
  return {
    grid,
    reachable,
    onFocus: ({ target }) => {
      const key = spotOf(target);
      if (key !== undefined) setChosen(key);
    },
    onKeyDown: (event) => {
      const key = spotOf(event.target);
      const to = key === undefined ? undefined : stepOnDay(columns, key, event.key);
      if (to === undefined) return;
      event.preventDefault();
      const next = grid.current?.querySelector<HTMLElement>(`[data-spot="${to}"]`);
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
    },
  };
}

const spotOf = (target: EventTarget): string | undefined =>
  target instanceof HTMLElement ? target.dataset['spot'] : undefined;
