import { Suspense, useEffect, useRef, useState } from 'react';
import { ErrorBoundary } from '../admin/design/error-boundary';
import { LinkContext } from '../admin/design/link';
import { SessionGuard } from '../admin/design/session-guard';
import { Skeleton } from '../admin/design/skeleton';
import { ToastRegion } from '../admin/design/toast-region';
import { problemOf, problemText } from '../browser/http/problem-words';
import { preferIn, useLanguagePreference, useThemePreference } from '../browser/preferences';
import { sessionOf } from '../browser/session/session';
import { useLoadSession } from '../browser/session/use-load-session';
import { SessionContext } from '../browser/session/use-session';
import { SpeechContext, browserZone } from '../browser/speech';
import { browserLanguage, useSpeechFor } from '../browser/use-speech-for';
import type { Language } from '../messages/words';
import { Frame } from './frame/frame';
import { AccountMenu } from './frame/account-menu';
import { LanguageChoice } from './frame/language-choice';
import { PortalLink } from './frame/portal-link';
import { DeadLinkPage } from './link/dead-link';
import { LinkPage } from './link/link-page';
import { linkPlace } from './link/take-link-token';
import { usePath } from './location';
import { placeAt } from './places';
import type { Program } from './program';
import { SignInPage } from './sign-in-page';
import { UnreachablePage } from './unreachable-page';
import { HttpContext } from './use-http';
import { portalCatalogues } from './words';

export const App = ({ program }: { readonly program: Program }) => (
  <SessionContext value={program.session}>
    <HttpContext value={program.http}>
      <LinkContext value={PortalLink}>
        <Door program={program} />
      </LinkContext>
    </HttpContext>
  </SessionContext>
);

/** Whoever holds the link of a message needs no account; everyone else is asked who is there. */
const Door = ({ program }: { readonly program: Program }) =>
  usePath() === linkPlace ? <Linked token={program.linkToken} /> : <Portal program={program} />;

/** In the language of whoever reads the message, on the clock of the device. */
function Linked({ token }: { readonly token: string | undefined }) {
  const [language, setLanguage] = useState<Language>(() => browserLanguage());
  const speech = useSpeechFor(language, browserZone(), portalCatalogues);
  return (
    <SpeechContext value={speech}>
      <Frame end={<LanguageChoice onLanguage={setLanguage} />}>
        <ErrorBoundary place={linkPlace}>
          {token === undefined ? <DeadLinkPage why="again" /> : <LinkPage token={token} onLanguage={setLanguage} />}
        </ErrorBoundary>
      </Frame>
    </SpeechContext>
  );
}

/** In the client's language and theme, on the client's own clock. */
function Portal({ program }: { readonly program: Program }) {
  const state = useLoadSession();
  const session = sessionOf(state);
  const [language, setLanguage] = useLanguagePreference(session);
  useThemePreference(session);
  const speech = useSpeechFor(language, browserZone(), portalCatalogues);
  const sayProblem = (error: unknown) =>
    program.toasts.add({ text: problemText(speech, problemOf(error)).title, tone: 'bad' });
  const prefer = preferIn(program, sayProblem);
  const choose = (next: Language) => {
    setLanguage(next);
    prefer('language', next);
  };
  const account = session && (
    <AccountMenu
      session={session}
      onTheme={(theme) => prefer('theme', theme)}
      onLanguage={choose}
      onSignOut={() => void program.session.signOut().catch(sayProblem)}
    />
  );
  return (
    <SpeechContext value={speech}>
      {state.kind === 'signed_out' && <SignInPage onSignIn={program.session.signIn} onLanguage={setLanguage} />}
      {state.kind === 'unreachable' && <UnreachablePage onRetry={() => void program.session.load()} />}
      {state.kind === 'unknown' && (
        <Frame>
          <Skeleton shape="cards" count={2} />
        </Frame>
      )}
      {session && (
        <Frame end={account}>
          <Place />
        </Frame>
      )}
      <ToastRegion toasts={program.toasts} />
      <SessionGuard api={program.sessionApi} />
    </SpeechContext>
  );
}

/** The page of the place where the client is; reading goes on at it after a change of place. */
function Place() {
  const path = usePath();
  const { page: Page, params } = placeAt(path);
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  }, [path]);
  return (
    <ErrorBoundary place={path}>
      <Suspense fallback={<Skeleton shape="cards" count={2} />}>
        <Page params={params} />
      </Suspense>
    </ErrorBoundary>
  );
}
