import { type RefObject, useLayoutEffect } from 'react';
import { placeBeside } from './place-beside';

/** Shows a `popover="manual"` beside its anchor while `open`, as wide as the anchor, and keeps it there while the page scrolls. */
export function usePlacedPopup(
  anchor: RefObject<HTMLElement | null>,
  popup: RefObject<HTMLElement | null>,
  open: boolean,
): void {
  useLayoutEffect(() => {
    const [from, shown] = [anchor.current, popup.current];
    if (!open || !from || !shown) return undefined;
    shown.showPopover();
    shown.style.minWidth = `${from.offsetWidth}px`;
    const place = () => placeBeside(from, shown);
    place();
    const watch = new ResizeObserver(place);
    watch.observe(shown);
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      watch.disconnect();
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
      if (shown.matches(':popover-open')) shown.hidePopover();
    };
  }, [anchor, popup, open]);
}
