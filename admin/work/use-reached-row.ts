import { type RefObject, useEffect, useRef, useState } from 'react';
import { rowAfter } from './row-after';

interface ReachedRow {
  /** The row that Tab reaches and keys act on: the last one that had the focus, else the first. */
  readonly reached: string | undefined;
  readonly reach: (id: string) => void;
  readonly list: RefObject<HTMLDivElement | null>;
}

/** Keeps one row of several reachable, at first the one that is asked for. When it goes while it has the focus, the focus goes to the row that takes its place. */
export function useReachedRow(ids: readonly string[], first?: string): ReachedRow {
  const [chosen, setChosen] = useState(first);
  const [before, setBefore] = useState(ids);
  const list = useRef<HTMLDivElement>(null);
  const reached = chosen !== undefined && ids.includes(chosen) ? chosen : rowAfter(chosen, before, ids);
  if (chosen !== reached) setChosen(reached);
  if (before.join() !== ids.join()) setBefore(ids);

  const last = useRef(reached);
  const lost = useRef(false);
  // after each drawing: the dialog that made the row go may close later than the row goes
  useEffect(() => {
    lost.current ||= last.current !== undefined && !ids.includes(last.current);
    last.current = reached;
    if (!lost.current || document.querySelector('dialog[open]')) return;
    lost.current = false;
    // if the row that is gone had the focus, nothing has it now
    if (document.activeElement !== document.body || reached === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-row="${reached}"]`)?.focus();
  });
  return { reached, reach: setChosen, list };
}
