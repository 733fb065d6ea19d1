import { useEffect, useState } from 'react';
import type { IdleState } from './idle';
import { otherWindows } from './other-windows';
import type { FullSessionApi } from './session-api';
import type { SessionStore } from './session-store';
import { watchIdle } from './watch-idle';

/** Follows the time without input while a session is open; ends the session on the page when the server has ended it. */
export function useIdle(store: SessionStore, api: FullSessionApi, idleSeconds: number | undefined): IdleState {
  const [state, setState] = useState<IdleState>({ kind: 'active' });
  useEffect(() => {
    if (idleSeconds === undefined) return undefined;
    const windows = otherWindows();
    const onState = (next: IdleState) => {
      setState(next);
      if (next.kind === 'ended') store.end('idle');
    };
    return watchIdle({
      idleSeconds,
      report: api.input,
      stillOpen: async () => (await api.read()) !== undefined,
      onState,
      now: Date.now,
      target: window,
      ...(windows && { windows }),
    });
  }, [store, api, idleSeconds]);
  return state;
}
