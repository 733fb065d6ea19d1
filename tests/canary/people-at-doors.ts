import { randomUUID } from 'node:crypto';
import { letClientIn } from '../../domain/clients/let-client-in';
import { hashPassword } from '../../integrations/password/password';
import { aPerson } from '../builders/people';
import type { TestPractice } from '../builders/practice';
import { canaries } from './canaries';
import type { RealProcesses } from './real-processes';

interface Answer {
  readonly status: number;
  readonly cookies: readonly string[];
  readonly text: string;
}

/** Someone at a front door, by HTTP as a browser would ask. */
export interface PersonAtDoor {
  send(method: string, at: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Makes something. */
  id(at: string, body: unknown): Promise<string>;
  /** Of the session. */
  token(): string;
}

function stranger({ port, origin }: RealProcesses['staff']): PersonAtDoor & { signIn(email: string): Promise<void> } {
  let cookie = '';
  const send: PersonAtDoor['send'] = async (method, at, body, more = {}) => {
    const headers = {
      origin,
      cookie,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...more,
    };
    const raw = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`http://127.0.0.1:${port}${at}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: raw }),
    });
    return { status: response.status, cookies: response.headers.getSetCookie(), text: await response.text() };
  };
  return {
    send,
    async id(at, body) {
      const answer = await send('POST', at, body);
      if (answer.status !== 201) throw new Error(`${at}: ${answer.status} ${answer.text}`);
      return (JSON.parse(answer.text) as { id: string }).id;
    },
    token: () => cookie.split('=')[1] ?? '',
    /** At the second try. */
    async signIn(email) {
      await send('POST', '/api/session', { email, password: `${canaries.password}!` });
      const opened = await send('POST', '/api/session', { email, password: canaries.password });
      if (opened.status !== 200) throw new Error(`sign-in: ${opened.status} ${opened.text}`);
      cookie = opened.cookies.map((one) => one.split(';')[0]).join('; ');
    },
  };
}

export async function atTheDesk(processes: RealProcesses, practice: TestPractice): Promise<PersonAtDoor> {
  const { email } = await aPerson(practice, { passwordHash: await hashPassword(canaries.password) });
  const person = stranger(processes.staff);
  await person.signIn(email);
  return person;
}

/** A client who signs in at the portal with her own address. */
export async function atThePortal(
  processes: RealProcesses,
  practice: TestPractice,
  clientId: string,
): Promise<PersonAtDoor> {
  const email = `${canaries.email}@example.org`;
  const passwordHash = await hashPassword(canaries.password);
  await practice.as('front_desk', (tx) => letClientIn(tx, { clientId, email, passwordHash, relation: 'self' }));
  const person = stranger(processes.portal);
  await person.signIn(email);
  return person;
}

/** Whoever holds the link of a message, and has not signed in. */
export const withALink = (processes: RealProcesses): PersonAtDoor => stranger(processes.portal);
