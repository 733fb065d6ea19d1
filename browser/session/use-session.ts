import { createContext, use, useSyncExternalStore } from 'react';
import { type Session, type SessionState, sessionOf } from './session';
import type { SessionStore } from './session-store';

/** The program's session store; each program gives its own. */
export const SessionContext = createContext<SessionStore | undefined>(undefined);

export function useSessionStore(): SessionStore {
  const store = use(SessionContext);
  if (!store) throw new Error('a program gives its session store');
  return store;
}

export function useSessionState(): SessionState {
  const store = useSessionStore();
  return useSyncExternalStore(store.subscribe, store.state);
}

/** Who works here; undefined before anyone signed in. */
export const useSession = (): Session | undefined => sessionOf(useSessionState());

/** Whether the person may, by the server's own table: `schedule.change`. The server remains the gate. */
export const useMay = (capability: string): boolean => useSession()?.capabilities.includes(capability) ?? false;
