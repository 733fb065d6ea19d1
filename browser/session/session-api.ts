import type { PreferenceKey, PreferenceValue } from '../../api/session/session.contract';
import { type Http, pathOf } from '../http/http';
import { ProblemError } from '../http/problem';
import type { Session, SignInAnswer } from './session';
import type { SessionApi } from './session-store';

const path = 'session';

export interface FullSessionApi extends SessionApi {
  /** Tells the server that a person did something; nothing else keeps a session open. */
  readonly input: () => Promise<void>;
  readonly prefer: (key: PreferenceKey, value: PreferenceValue) => Promise<void>;
}

export const createSessionApi = (http: Http): FullSessionApi => ({
  read: async () => {
    try {
      const { body } = await http.get(path, { signedOutIsAnAnswer: true, automatic: true });
      return sessionFrom(body);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) return undefined;
      throw error;
    }
  },
  open: async (credentials) => {
    const { body } = await http.write('POST', path, credentials, { signedOutIsAnAnswer: true });
    return body as SignInAnswer;
  },
  close: async () => {
    try {
      await http.write('DELETE', path, undefined, { signedOutIsAnAnswer: true });
    } catch (error) {
      if (!(error instanceof ProblemError && error.status === 401)) throw error; // it was over already
    }
  },
  input: async () => {
    await http.write('POST', `${path}/input`);
  },
  prefer: async (key, value) => {
    await http.write('PUT', `${path}/preferences/${pathOf(key)}`, { value });
  },
});

/** @throws TypeError when the answer is no session: the server and this page do not fit together */
function sessionFrom(body: unknown): Session {
  const session = body as Partial<Session> | undefined;
  if (typeof session?.person?.membershipId !== 'string' || typeof session.practice?.zone !== 'string') {
    throw new TypeError('GET /api/session answers a person and a practice');
  }
  return session as Session;
}
