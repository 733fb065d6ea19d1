import { useSyncExternalStore } from 'react';

/** Whether there is room for one column alone. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow().matches);

const narrow = (): MediaQueryList => window.matchMedia('(width < 700px)');

function subscribe(listener: () => void): () => void {
  const query = narrow();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
