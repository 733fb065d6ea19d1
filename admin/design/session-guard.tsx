import type { FullSessionApi } from '../../browser/session/session-api';
import { useExpiry } from '../../browser/session/use-expiry';
import { useIdle } from '../../browser/session/use-idle';
import { useSessionState, useSessionStore } from '../../browser/session/use-session';
import { IdleWarning, SessionEnded } from './session-dialogs';

/** Warns before a session ends for want of input, and asks to sign in again when it has ended. */
export function SessionGuard({ api }: { readonly api: FullSessionApi }) {
  const store = useSessionStore();
  const state = useSessionState();
  const open = state.kind === 'signed_in' ? state.session : undefined;
  const idle = useIdle(store, api, open?.idleSeconds);
  useExpiry(store, open?.expiresAt);
  if (state.kind === 'ended') {
    return <SessionEnded why={state.why} idleSeconds={state.session.idleSeconds} onSignIn={store.signIn} />;
  }
  // staying needs no handler of its own: the press on the button is the input that counts
  return idle.kind === 'warning' ? <IdleWarning secondsLeft={idle.secondsLeft} onStay={() => undefined} /> : null;
}
