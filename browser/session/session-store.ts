import type { PreferenceKey, PreferenceValue } from '../../api/session/session.contract';
import {
  type Credentials,
  type Session,
  type SessionState,
  type SignIn,
  type SignInAnswer,
  sameSeat,
  sessionOf,
} from './session';

export interface SessionApi {
  /** Undefined: nobody is signed in. */
  readonly read: () => Promise<Session | undefined>;
  readonly open: (credentials: Credentials) => Promise<SignInAnswer>;
  readonly close: () => Promise<void>;
}

/** The other windows of this browser: they share the session's cookie. Between them goes that it changed, nothing else. */
export interface SessionWindows {
  readonly tell: () => void;
  readonly hear: (listener: () => void) => void;
}

export interface SessionStore {
  readonly state: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks the server who is signed in. Never throws: not reaching it is a state. */
  readonly load: () => Promise<void>;
  /**
   * Behind a session that ended, whoever works in its practice too goes on there without being asked which.
   * @throws ProblemError `wrong_credentials`, `too_many_requests`, `unreachable`
   */
  readonly signIn: SignIn;
  /** Leaves an empty page behind. @throws ProblemError when the server still holds the session open */
  readonly signOut: () => Promise<void>;
  /** The server no longer knows the session, or nobody touched the page. The page stays mounted behind the sign-in. */
  readonly end: (why: 'idle' | 'elsewhere') => void;
  /** Asks the server whether the page's person is still the one who is signed in. Not reaching it changes nothing. */
  readonly check: () => Promise<void>;
  /** Resolves once someone is signed in; rejects with the signal's reason. */
  readonly signedIn: (signal?: AbortSignal) => Promise<void>;
  readonly prefer: (key: PreferenceKey, value: PreferenceValue) => void;
}

/**
 * The one place that knows whether someone is signed in. The session itself is an HttpOnly cookie; nothing of it is stored.
 * `startAnew` loads the page again, so that nothing of one person is left in memory for the next.
 */
export function createSessionStore(api: SessionApi, startAnew: () => void, windows?: SessionWindows): SessionStore {
  let state: SessionState = { kind: 'unknown' };
  const listeners = new Set<() => void>();
  const set = (next: SessionState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

  const enter = (session: Session): undefined => {
    windows?.tell();
    if (state.kind === 'ended' && !sameSeat(state.session, session)) startAnew();
    else set({ kind: 'signed_in', session });
  };

  const signIn: SignIn = async (credentials) => {
    const answer = await api.open(credentials);
    if (answer.kind === 'signed_in') return enter(answer.session);
    const before = answer.practices.find(({ id }) => id === sessionOf(state)?.practice.id);
    return before ? signIn({ ...credentials, practiceId: before.id }) : answer.practices;
  };

  const end: SessionStore['end'] = (why) => {
    if (state.kind === 'signed_in') set({ kind: 'ended', session: state.session, why });
  };
  const check = async () => {
    const session = await api.read().catch(() => 'unreachable' as const);
    const mine = sessionOf(state);
    if (session === 'unreachable' || !mine) return;
    if (!session) return end('elsewhere');
    if (!sameSeat(mine, session)) return startAnew();
    if (state.kind === 'ended') set({ kind: 'signed_in', session });
  };
  windows?.hear(() => void check());

  return {
    state: () => state,
    subscribe,
    load: async () => {
      try {
        const session = await api.read();
        set(session ? { kind: 'signed_in', session } : { kind: 'signed_out' });
      } catch {
        set({ kind: 'unreachable' });
      }
    },
    signIn,
    signOut: async () => {
      await api.close();
      windows?.tell();
      startAnew();
    },
    end,
    check,
    signedIn: (signal) =>
      new Promise((resolve, reject) => {
        if (state.kind === 'signed_in') return resolve();
        const stop = subscribe(() => {
          if (state.kind !== 'signed_in') return;
          stop();
          resolve();
        });
        signal?.addEventListener('abort', () => {
          stop();
          reject(signal.reason as Error);
        });
        return undefined;
      }),
    prefer: (key, value) => {
      if (state.kind !== 'signed_in') return;
      const preferences = { ...state.session.preferences, [key]: value };
      set({ ...state, session: { ...state.session, preferences } });
    },
  };
}
