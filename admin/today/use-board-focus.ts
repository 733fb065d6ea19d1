import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { stepOnBoard } from './step-on-board';

interface BoardFocus {
  readonly board: RefObject<HTMLDivElement | null>;
  /** The card that Tab reaches; the arrow keys reach the others. */
  readonly reachable: string | undefined;
  /** The card that has the focus now, or whose button has. */
  readonly focused: () => string | undefined;
  readonly focus: (id: string) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Walks the cards of a board with the arrow keys, from anywhere on the page. A card that moves to another column while it has
 * the focus takes the focus along.
 */
export function useBoardFocus(columns: readonly (readonly string[])[]): BoardFocus {
  const board = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string>();
  const all = columns.flat();
  const reachable = chosen !== undefined && all.includes(chosen) ? chosen : all[0];

  const focus = useCallback((id: string) => {
    const link = board.current?.querySelector<HTMLElement>(`[data-card="${id}"]`);
    link?.focus();
    link?.closest('article, li')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const focused = useCallback(() => cardAt(board.current, document.activeElement), []);

  const held = useRef<string>(undefined);
  const place = columns.map((column) => column.join()).join('|');
  const placed = useRef(place);
  useLayoutEffect(() => {
    if (placed.current === place) return;
    placed.current = place;
    const id = held.current;
    // the card was drawn anew elsewhere: what had the focus is gone, and nothing has it now
    if (id !== undefined && document.activeElement === document.body && !document.querySelector('dialog[open]'))
      focus(all.includes(id) ? id : (reachable ?? ''));
  }, [place, all, reachable, focus]);

  const enter = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.defaultPrevented || event.key !== 'ArrowDown' || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = document.activeElement;
    if ((at !== document.body && at?.id !== 'main') || document.querySelector('dialog[open]')) return;
    if (reachable === undefined) return;
    event.preventDefault();
    focus(reachable);
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => enter(event);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return {
    board,
    reachable,
    focused,
    focus,
    onFocus: ({ target }) => {
      const id = cardAt(board.current, target);
      held.current = id;
      if (id !== undefined) setChosen(id);
    },
    onKeyDown: (event) => {
      const id = event.target instanceof HTMLElement ? event.target.dataset['card'] : undefined;
      const to = id === undefined ? undefined : stepOnBoard(columns, id, event.key);
      if (to === undefined) return;
      event.preventDefault();
      focus(to);
    },
  };
}

function cardAt(board: HTMLElement | null, at: EventTarget | null): string | undefined {
  if (!(at instanceof Element) || !board?.contains(at)) return undefined;
  return at.closest('article, li')?.querySelector<HTMLElement>('[data-card]')?.dataset['card'];
}
