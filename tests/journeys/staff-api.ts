import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { AppointmentDetail } from '../../api/schedule/appointment.contract';
import type { ClientRow, ClientView } from '../../api/clients/client.contract';
import type { PracticeView } from '../../api/practice/practice.contract';
import { wallTimeAt } from '../../domain/time/wall-time';
import { instantOf } from '../../domain/time/instant';
import type { StartedStack } from './stack';

/** What someone else in the practice does meanwhile: through the API, as the console does it. */
export interface Colleague {
  call<T>(method: string, path: string, body?: object, version?: number): Promise<T>;
  client(text: string): Promise<ClientRow>;
  practice(): Promise<PracticeView>;
  /** Books a therapy session in so many days, at the first hour that is free from nine on. */
  book(client: ClientRow, days: number): Promise<AppointmentDetail>;
  /** Someone who was expected so many minutes ago and is not here. */
  expected(client: ClientRow, minutesAgo: number): Promise<AppointmentDetail>;
  appointment(id: string): Promise<AppointmentDetail>;
  /** Where what would go out next goes to: a number or an address. */
  nextTo(id: string): Promise<string>;
  /** Sends what would go out next at once. */
  sendNow(id: string): Promise<void>;
  move(id: string, days: number): Promise<AppointmentDetail>;
}

const hourMs = 3_600_000;

export async function aColleague(stack: StartedStack, role = 'front_desk'): Promise<Colleague> {
  const { email, password } = stack.login(role);
  const headers = { origin: stack.consoleUrl, 'content-type': 'application/json' };
  const opened = await fetch(`${stack.apiUrl}/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  });
  const cookie = opened.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

  async function call<T>(method: string, path: string, body?: object, version?: number): Promise<T> {
    const response = await fetch(`${stack.apiUrl}/${path}`, {
      method,
      headers: {
        ...headers,
        cookie,
        'idempotency-key': randomUUID(),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }

  const practice = () => call<PracticeView>('GET', 'practice');
  const appointment = (id: string) => call<AppointmentDetail>('GET', `appointments/${id}`);

  const aTherapySession = async (client: ClientRow) => {
    const { staff, types } = await practice();
    const clinicianId = staff.find((one) => one.isClinician)?.id;
    return { clientId: client.id, clinicianId, typeId: types.find(({ code }) => code === 'therapy')?.id };
  };

  /** The wall time of the practice in so many days, at an hour. */
  const wallIn = async (days: number, hour: number) => {
    const { zone } = await practice();
    const day = wallTimeAt(instantOf(Date.now() + days * 24 * hourMs), zone).slice(0, 10);
    return `${day}T${String(hour).padStart(2, '0')}:00`;
  };

  /** Tries hour after hour of a day until one is free. */
  async function atFreeHour<T>(days: number, attempt: (start: string) => Promise<T>): Promise<T> {
    for (let hour = 9; ; hour += 1) {
      try {
        return await attempt(await wallIn(days, hour));
      } catch (error) {
        if (hour > 20 || !String(error).includes('slot_taken')) throw error;
      }
    }
  }

  /** What goes out next, once the workflow has planned it in its own time. */
  async function nextOf(id: string) {
    await expect(async () => expect((await appointment(id)).next?.channel).toBeTruthy()).toPass({ timeout: 20_000 });
    const { next, ...rest } = await appointment(id);
    return { ...rest, channel: next?.channel };
  }

  return {
    call,
    practice,
    appointment,
    client: async (text) => {
      const { rows } = await call<{ rows: ClientRow[] }>('POST', 'clients/search', { filter: { text } });
      const [found] = rows;
      if (!found) throw new Error(`nobody is found by ${text}`);
      return found;
    },
    book: async (client, days) => {
      const therapy = await aTherapySession(client);
      return atFreeHour(days, (start) => call('POST', 'appointments', { ...therapy, start }));
    },
    expected: async (client, minutesAgo) => {
      const { zone } = await practice();
      const start = wallTimeAt(instantOf(Date.now() - minutesAgo * 60_000), zone);
      return call('POST', 'appointments', { ...(await aTherapySession(client)), start, doubleBook: true });
    },
    nextTo: async (id) => {
      const { clientId, channel } = await nextOf(id);
      const { contacts } = await call<ClientView>('GET', `clients/${clientId}`);
      const kind = channel === 'email' ? 'email' : 'mobile';
      const to = contacts.find((one) => one.kind === kind)?.value;
      if (to === undefined) throw new Error(`nothing reaches client ${clientId} by ${channel}`);
      return to;
    },
    sendNow: async (id) => {
      const { version } = await nextOf(id);
      await call('POST', `appointments/${id}/send-now`, {}, version);
    },
    move: async (id, days) => {
      const { version } = await appointment(id);
      return atFreeHour(days, (start) => call('POST', `appointments/${id}/move`, { start }, version));
    },
  };
}
