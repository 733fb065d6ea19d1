import { randomUUID } from 'node:crypto';
import type { SessionView } from '../../../api/session/session.contract';
import type { Lane } from './lane';
import { Refused, until } from './until';

/** Someone of the practice who does not give up: what was not answered is asked again, under the same key. */
export interface Desk {
  readonly membershipId: string;
  read<T>(path: string): Promise<T>;
  act<T>(path: string, body?: object, version?: number): Promise<T>;
}

export async function aDesk(lane: Lane, role: string): Promise<Desk> {
  const { apiUrl, consoleUrl, logins } = lane.run();
  const login = logins.find((one) => one.role === role);
  if (!login) throw new Error(`the demo practice has no ${role}`);
  const headers = { origin: consoleUrl, 'content-type': 'application/json' };
  const { email, password } = login;
  const opened = await fetch(`${apiUrl}/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  });
  const cookie = opened.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const { session } = (await opened.json()) as { session: SessionView };

  const call = <T>(method: string, path: string, more: { headers?: object; body?: string } = {}) =>
    until(`${method} ${path}`, () =>
      answer<T>(fetch(`${apiUrl}/${path}`, { method, ...more, headers: { ...headers, cookie, ...more.headers } })),
    );
  return {
    membershipId: session.person.membershipId,
    read: (path) => call('GET', path),
    act(path, body = {}, version) {
      const key = { 'idempotency-key': randomUUID(), ...(version !== undefined && { 'if-match': `"${version}"` }) };
      return call('POST', path, { headers: key, body: JSON.stringify(body) });
    },
  };
}

/** The client who holds the link of a message. */
export const confirmByLink = (lane: Lane, token: string, appointmentId: string): Promise<object> => {
  const { portalUrl } = lane.run();
  const headers = { origin: portalUrl, 'content-type': 'application/json' };
  const body = JSON.stringify({ token, appointmentId });
  return until('the link confirms', () =>
    answer<object>(fetch(`${portalUrl}/api/links/confirm`, { method: 'POST', headers, body })),
  );
};

/** What was said; undefined where it is worth another try. */
async function answer<T>(asked: Promise<Response>): Promise<T | undefined> {
  const response = await asked;
  const text = await response.text();
  if (response.ok) return JSON.parse(text) as T;
  if (response.status >= 500 || text.includes('in_progress') || text.includes('try_again')) return undefined;
  throw new Refused(`${response.url}: ${response.status} ${text}`);
}
