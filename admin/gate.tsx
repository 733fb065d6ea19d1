import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Session } from '../browser/session/session';
import { useLoadSession } from '../browser/session/use-load-session';
import { useSessionStore } from '../browser/session/use-session';
import type { Language } from '../messages/words';
import { Button } from './design/button';
import { EmptyState } from './design/empty-state';
import { VisuallyHidden } from './design/visually-hidden';
import { SignInPage } from './sign-in/sign-in-page';
import { useWords } from './words';

interface GateProps {
  readonly onLanguage: (language: Language) => void;
  /** What is behind it, for the person who is signed in. A session that ended stays inside, with its page. */
  readonly renderInside: (session: Session) => ReactNode;
}

/** Stands before the console until it is known who is there. */
export function Gate({ onLanguage, renderInside }: GateProps) {
  const say = useWords();
  const store = useSessionStore();
  const state = useLoadSession();
  if (state.kind === 'signed_in' || state.kind === 'ended') return renderInside(state.session);
  if (state.kind === 'signed_out') return <SignInPage onSignIn={store.signIn} onLanguage={onLanguage} />;
  return (
    <main className="sign-in" aria-busy={state.kind === 'unknown'}>
      {state.kind === 'unknown' ? (
        <VisuallyHidden>{say('session.checking')}</VisuallyHidden>
      ) : (
        <EmptyState
          icon={CloudOff}
          level="h1"
          title={say('session.unreachable.title')}
          action={<Button onClick={() => void store.load()}>{say('pieces.retry')}</Button>}
        >
          {say('session.unreachable.remedy')}
        </EmptyState>
      )}
    </main>
  );
}
