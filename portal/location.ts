import { useSyncExternalStore } from 'react';

const moved = 'kept-moved';

/** Goes to a place of the portal without loading it again. Places hold opaque ids only, and no state goes into the history. */
export function goTo(path: string): void {
  window.history.pushState(null, '', path);
  window.scrollTo(0, 0);
  window.dispatchEvent(new Event(moved));
}

export const usePath = (): string => useSyncExternalStore(subscribe, () => window.location.pathname);

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}
