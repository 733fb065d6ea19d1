import { type Http, createHttp } from '../http/http';
import { sessionWindows } from './other-windows';
import { type FullSessionApi, createSessionApi } from './session-api';
import { type SessionStore, createSessionStore } from './session-store';

/** What every program of ours asks the server through. */
export interface Client {
  readonly http: Http;
  readonly sessionApi: FullSessionApi;
  readonly session: SessionStore;
}

/** A request that finds the session over ends it on the page, waits until someone has signed in again, and is then sent again. */
export function createClient(): Client {
  const http = createHttp({
    fetch: (path, init) => fetch(path, init),
    signedInAgain: (signal) => {
      session.end('elsewhere');
      return session.signedIn(signal);
    },
  });
  const sessionApi = createSessionApi(http);
  const session = createSessionStore(sessionApi, () => window.location.assign('/'), sessionWindows());
  return { http, sessionApi, session };
}
