import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { placeBeside } from '../design/place-beside';

interface Tip<Of> {
  readonly tip: RefObject<HTMLDivElement | null>;
  /** What it is about, while it is shown. */
  readonly shown: Of | undefined;
  readonly show: (of: Of, beside: Element) => void;
  readonly hide: () => void;
}

/** One popup for many things, beside the one that is pointed at or has the focus. */
export function useTip<Of>(): Tip<Of> {
  const tip = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ readonly of: Of; readonly beside: Element }>();
  // what it says is drawn by now: where it goes depends on how large that is
  useLayoutEffect(() => {
    const popup = tip.current;
    if (!popup) return;
    const isOpen = popup.matches(':popover-open');
    if (at && !isOpen) popup.showPopover();
    if (at) placeBeside(at.beside, popup);
    else if (isOpen) popup.hidePopover();
  }, [at]);
  // Escape closes it wherever the focus is, and nothing else with it (WCAG 1.4.13)
  const isShown = at !== undefined;
  useEffect(() => {
    if (!isShown) return undefined;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault(); // a dialog around it stays
      event.stopPropagation();
      setAt(undefined);
    };
    document.addEventListener('keydown', close, { capture: true });
    return () => document.removeEventListener('keydown', close, { capture: true });
  }, [isShown]);
  return {
    tip,
    shown: at?.of,
    show: (of, beside) => setAt({ of, beside }),
    hide: () => setAt(undefined),
  };
}
