import { QueryClient } from '@tanstack/react-query';
import { createHttp } from '../browser/http/http';
import { ProblemError } from '../browser/http/problem';
import { createSessionApi } from '../browser/session/session-api';
import { createSessionStore } from '../browser/session/session-store';
import { createDataProvider } from './data/data-provider';
import { createToasts } from './design/toasts';
import { createActions } from './shell/actions';

/** The console's parts, put together once. */
export function createProgram() {
  const http = createHttp({
    fetch: (path, init) => fetch(path, init),
    signedInAgain: (signal) => {
      session.end('elsewhere');
      return session.signedIn(signal);
    },
  });
  const sessionApi = createSessionApi(http);
  const session = createSessionStore(sessionApi, () => window.location.assign('/'));
  return {
    http,
    sessionApi,
    session,
    data: createDataProvider(http),
    queries: new QueryClient({
      defaultOptions: {
        // live updates keep the page true; a return to the window or the network is no reason to look at a client again
        queries: { refetchOnWindowFocus: false, refetchOnReconnect: false, retry: mayHeal, staleTime: 0 },
      },
    }),
    toasts: createToasts(),
    actions: createActions(),
  };
}

export type Program = ReturnType<typeof createProgram>;

/** A read is tried once more when no answer came or the server could not just now; never when it answered. */
const mayHeal = (failures: number, error: Error): boolean =>
  failures < 1 && error instanceof ProblemError && (error.status === 0 || error.status >= 502);
