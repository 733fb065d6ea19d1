import { useEffect } from 'react';
import type { SessionStore } from './session-store';

const longestTimer = 2 ** 31 - 1;
const againMs = 60_000;

/**
 * Whatever a person does, a session ends at its latest hour. The page is then behind the curtain also when nothing is asked of
 * the server. `expiresAt`: epoch milliseconds by the server's clock, so that the server is asked and not this computer's.
 */
export function useExpiry(store: SessionStore, expiresAt: number | undefined): void {
  useEffect(() => {
    if (expiresAt === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const left = expiresAt - Date.now();
      if (left <= 0) void store.check();
      timer = setTimeout(look, Math.min(longestTimer, left > 0 ? left : againMs));
    };
    const left = expiresAt - Date.now();
    timer = setTimeout(look, Math.min(longestTimer, Math.max(left, 1000)));
    return () => clearTimeout(timer);
  }, [store, expiresAt]);
}
