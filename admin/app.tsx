import { Suspense, useMemo } from 'react';
import { CoreAdminContext, CoreAdminUI, CustomRoutes } from 'react-admin';
import { BrowserRouter, Route } from 'react-router';
import { problemOf, problemText } from '../browser/http/problem-words';
import { themeOf, useLanguagePreference, useThemePreference } from '../browser/preferences';
import { type Session, sessionOf } from '../browser/session/session';
import { SessionContext, useSessionState } from '../browser/session/use-session';
import { type Speech, SpeechContext, browserZone } from '../browser/speech';
import { useSpeechFor } from '../browser/use-speech-for';
import type { Language } from '../messages/words';
import { areas } from './areas';
import { createAuthProvider } from './data/auth-provider';
import { createStore } from './data/store';
import { usePrefer } from './data/use-preference';
import { useLive } from './data/use-live';
import { LinkContext } from './design/link';
import { SessionGuard } from './design/session-guard';
import { ToastRegion } from './design/toast-region';
import { Gate } from './gate';
import { createI18nProvider } from './i18n-provider';
import { lazyPart } from './lazy-page';
import type { Program } from './program';
import { ProgramContext } from './program-context';
import { GiveAppointmentDialogs } from './schedule/appointment-dialogs';
import { ActionsContext } from './shell/actions';
import { GiveSources } from './shell/give-sources';
import { HomePage } from './shell/home-page';
import { NotFoundPage } from './shell/not-found-page';
import { PageFrame } from './shell/page-frame';
import { Notifications } from './shell/notifications';
import { ConsoleLink } from './shell/router-link';
import { Shell } from './shell/shell';
import { useOpenAreas } from './shell/use-open-areas';
import { consoleCatalogues } from './words';

const FirstWalk = lazyPart(async () => (await import('./walk/first-walk.js')).FirstWalk);

export const App = ({ program }: { readonly program: Program }) => (
  <ProgramContext value={program}>
    <SessionContext value={program.session}>
      <ActionsContext value={program.actions}>
        <LinkContext value={ConsoleLink}>
          <Spoken program={program} />
        </LinkContext>
      </ActionsContext>
    </SessionContext>
  </ProgramContext>
);

/** In the person's language, zone and theme. */
function Spoken({ program }: { readonly program: Program }) {
  const session = sessionOf(useSessionState());
  const [language, setLanguage] = useLanguagePreference(session);
  useThemePreference(session);
  const speech = useSpeechFor(language, session?.practice.zone ?? browserZone(), consoleCatalogues);
  return (
    <SpeechContext value={speech}>
      <BrowserRouter>
        <Gate
          onLanguage={setLanguage}
          renderInside={(inside) => (
            <Console program={program} session={inside} speech={speech} onLanguage={setLanguage} />
          )}
        />
      </BrowserRouter>
      <ToastRegion toasts={program.toasts} />
      <SessionGuard api={program.sessionApi} />
    </SpeechContext>
  );
}

interface ConsoleProps {
  readonly program: Program;
  readonly session: Session;
  readonly speech: Speech;
  readonly onLanguage: (language: Language) => void;
}

/** react-admin's headless half around our shell and pages. */
function Console({ program, session, speech, onLanguage }: ConsoleProps) {
  const state = useSessionState();
  const sayProblem = (error: unknown) =>
    program.toasts.add({ text: problemText(speech, problemOf(error)).title, tone: 'bad' });
  const prefer = usePrefer();
  const auth = useMemo(() => createAuthProvider(program.session), [program]);
  const i18n = useMemo(() => createI18nProvider(speech), [speech]);
  const store = useMemo(() => createStore(), []);
  const openToPerson = useOpenAreas();
  useLive(program, state.kind === 'signed_in');
  const choose = (language: Language) => {
    onLanguage(language);
    prefer('language', language);
  };
  const walkIsAway = session.preferences['walk'] === 'off' && session.capabilities.includes('schedule.change');
  const signOut = () => void program.session.signOut().catch(sayProblem);
  return (
    <CoreAdminContext
      dataProvider={program.data}
      queryClient={program.queries}
      authProvider={auth}
      i18nProvider={i18n}
      store={store}
    >
      <Notifications toasts={program.toasts} />
      <GiveSources>
        <GiveAppointmentDialogs>
          <Shell
            session={session}
            areas={openToPerson}
            theme={themeOf(session)}
            onTheme={(one) => prefer('theme', one)}
            onLanguage={choose}
            onSignOut={signOut}
            onWalk={walkIsAway ? () => prefer('walk', null) : undefined}
            corner={
              <Suspense>
                <FirstWalk />
              </Suspense>
            }
          >
            <CoreAdminUI disableTelemetry catchAll={NotFoundPage}>
              <CustomRoutes>
                <Route path="/" element={<HomePage />} />
                {areas.flatMap((area) =>
                  area.pages.map(({ path, page: Page }) => (
                    <Route
                      key={`${area.path}/${path}`}
                      path={`${area.path}/${path}`}
                      element={
                        <PageFrame>
                          <Page />
                        </PageFrame>
                      }
                    />
                  )),
                )}
              </CustomRoutes>
            </CoreAdminUI>
          </Shell>
        </GiveAppointmentDialogs>
      </GiveSources>
    </CoreAdminContext>
  );
}
