import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { type Spot, nearest, stepOnDay } from './step-on-day';

interface DayFocus {
  readonly grid: RefObject<HTMLDivElement | null>;
  /** What Tab reaches; the arrow keys reach the rest. */
  readonly reachable: string | undefined;
  readonly onFocus: (event: { readonly target: EventTarget }) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Walks a day with the arrow keys. Tab comes to where one was last, else to what is nearest to `now`. */
export function useDayFocus(columns: readonly (readonly Spot[])[], now: number): DayFocus {
  const grid = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string>();
  const known = columns.some((column) => column.some(({ key }) => key === chosen));
  const first = columns.find(({ length }) => length > 0) ?? [];
  const reachable = known ? chosen : nearest(first, now)?.key;
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
