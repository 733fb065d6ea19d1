import { useEffect } from 'react';
import { openLive } from '../../browser/live/live-stream';
import type { Program } from '../program';
import { kinds } from './kinds';
import { createLiveCache } from './live-cache';
import { shapes } from './shapes';

/** Listens to the practice while someone is signed in. */
export function useLive({ queries, http, session }: Program, signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return undefined;
    const cache = createLiveCache({ client: queries, shapes }, http, kinds);
    const refused = () => void session.check(); // signed out at another window, or by someone who may
    const close = openLive(() => new EventSource('/api/live'), { ...cache, refused });
    return () => {
      close();
      cache.stop();
    };
  }, [queries, http, session, signedIn]);
}
