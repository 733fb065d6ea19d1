import { useEffect } from 'react';
import { openLive } from '../../browser/live/live-stream';
import type { Program } from '../program';
import { kinds } from './kinds';
import { createLiveCache } from './live-cache';
import { shapes } from './shapes';

/** Listens to the practice while someone is signed in. */
export function useLive({ queries, http }: Program, signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return undefined;
    const cache = createLiveCache({ client: queries, shapes }, http, kinds);
    const close = openLive(() => new EventSource('/api/live'), cache);
    return () => {
      close();
      cache.stop();
    };
  }, [queries, http, signedIn]);
}
