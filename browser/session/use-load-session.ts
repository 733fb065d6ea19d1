import { useEffect } from 'react';
import type { SessionState } from './session';
import { useSessionState, useSessionStore } from './use-session';

const retryMs = 5000;

/** Asks who is signed in, and goes on asking while the server cannot be reached. */
export function useLoadSession(): SessionState {
  const store = useSessionStore();
  const state = useSessionState();
  useEffect(() => {
    if (state.kind === 'unknown') void store.load();
    if (state.kind !== 'unreachable') return undefined;
    const timer = setTimeout(() => void store.load(), retryMs);
    return () => clearTimeout(timer);
  }, [store, state]);
  return state;
}
