import { type RefObject, useEffect, useRef } from 'react';

/** After a change of place reading goes on at the page, not at the link that led there; never on the first load. */
export function useFocusOnNavigation(main: RefObject<HTMLElement | null>, path: string): void {
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return undefined;
    last.current = path;
    // a frame later: the link that was pressed must have let go of the focus
    const frame = requestAnimationFrame(() => main.current?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, [main, path]);
}
