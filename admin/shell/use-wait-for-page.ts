import { useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { patienceMs } from './key-queue';
import { windowKeys } from './window-keys';

/**
 * What is pressed right behind a key that leads to another page is meant for that page: it waits until the page is drawn. Called
 * when the way there begins. A page that does not come gives the keys back to where one still is.
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
  return useCallback(() => {
    goOn.current?.(true);
    const release = windowKeys.hold();
    goOn.current = release;
    setTimeout(() => release(false), patienceMs);
  }, []);
}

/** Keys wait as long as what calls it is on screen. */
export function useKeysWait(): void {
  useEffect(() => {
    const goOn = windowKeys.hold();
    return () => queueMicrotask(() => goOn(true));
  }, []);
}
