import { useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { patienceMs } from './key-queue';
import { windowKeys } from './window-keys';

/**
 * What is pressed right behind a key or a link that leads to another page is meant for that page: it waits until the page is drawn.
 * Links are seen here, what else leads there calls the answer when the way begins. A page that does not come gives the keys back to
 * where one still is.
 */
export function useWaitForPage(): () => void {
  const place = useLocation();
  const last = useRef(place);
  const goOn = useRef<(arrived: boolean) => void>(undefined);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    const arrived = goOn.current;
    goOn.current = undefined;
    if (arrived) queueMicrotask(() => arrived(true)); // by then the page offers its own keys
  }, [place]);
  const wait = useCallback(() => {
    goOn.current?.(true);
    const release = windowKeys.hold();
    goOn.current = release;
    setTimeout(() => release(false), patienceMs);
  }, []);
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      // by then the router has taken it, or the browser will
      if (event.defaultPrevented && event.target instanceof Element && event.target.closest('a[href]')) wait();
    };
    window.addEventListener('click', follow);
    return () => window.removeEventListener('click', follow);
  }, [wait]);
  return wait;
}

/** Keys wait as long as what calls it is on screen. */
export function useKeysWait(): void {
  useEffect(() => {
    const goOn = windowKeys.hold();
    return () => queueMicrotask(() => goOn(true));
  }, []);
}
