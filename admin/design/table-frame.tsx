import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

interface TableFrameProps {
  /** What the table holds. */
  readonly label: string;
  readonly children: ReactNode;
}

const focusable = 'a[href], button, input';

/**
 * Scrolls sideways where its table is wider than the screen. With nothing inside that takes the focus one could not scroll by
 * keyboard: then Tab comes to the frame itself.
 */
export function TableFrame({ label, children }: TableFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current;
    const table = element?.querySelector('table');
    if (!element || !table) return undefined;
    const look = () => setReached(element.scrollWidth > element.clientWidth && !element.querySelector(focusable));
    const watch = new ResizeObserver(look); // tells the sizes of the beginning, too
    for (const one of [element, table]) watch.observe(one);
    return () => watch.disconnect();
  }, []);
  return (
    <div className="k-table-frame" ref={frame} {...(reached && { tabIndex: 0, role: 'region', 'aria-label': label })}>
      {children}
    </div>
  );
}
