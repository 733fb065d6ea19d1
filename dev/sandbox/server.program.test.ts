import { once } from 'node:events';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { type Server, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { isSigned, signatureHeader } from '../../integrations/sandbox/signature';
import { type Sandbox, startSandbox } from './server';

const secret = 'a secret of the tests';
const pace = { accepted: 0, delivered: 5, retries: [5, 5, 5] };

let folder: string;
let sandbox: Sandbox;
/** What a test left behind: closed after it, however it ended. */
const replaced: Sandbox[] = [];
const listeners: Server[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-sandbox-'));
  sandbox = await startSandbox({ port: 0, folder, secret, pace });
});
afterEach(async () => {
  for (const sandbox of replaced.splice(0)) await sandbox.close();
  await sandbox.close();
  for (const listener of listeners.splice(0)) await new Promise((resolve) => listener.close(resolve));
  await rm(folder, { recursive: true });
});

const aText = (key: string, more: object = {}) => ({ key, to: '+15035550100', body: `text ${key}`, ...more });

interface Said {
  readonly id?: string;
  readonly again?: boolean;
  readonly code?: string;
  readonly field?: string;
}

async function post(path: string, body: object, at = sandbox.url) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(at + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const { status, headers: got } = answer;
  return { ...((await answer.json()) as Said), status, headers: got };
}
async function get<Body>(path: string): Promise<Body> {
  return (await (await fetch(sandbox.url + path)).json()) as Body;
}
const fault = (name: string, more: object = {}) => post('/control', { fault: name, ...more });
const bodies = async (query = '') =>
  (await get<{ messages: { body: string }[] }>(`/messages${query}`)).messages.map((one) => one.body);
const doubled = async () => (await get<{ doubled: unknown[] }>('/doubled')).doubled;

interface Called {
  readonly key: string;
  readonly state: string;
  readonly id: string;
}

const byState = (a: Called, b: Called) => a.state.localeCompare(b.state);

/** Somebody who is called back. `refuse`: how many calls it fails first. */
async function aListener(refuse = 0) {
  const calls: Called[] = [];
  let failures = refuse;
  const server: Server = createServer((incoming, response) => {
    void text(incoming).then((body) => {
      const fair = isSigned(secret, body, String(incoming.headers[signatureHeader]), Date.now());
      if (failures-- > 0) return response.writeHead(503).end();
      if (fair) calls.push(JSON.parse(body) as Called);
      response.end();
      return server.emit('called');
    });
  });
  listeners.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`,
    calls,
    async until(count: number) {
      while (calls.length < count) await once(server, 'called');
    },
  };
}

test('keyed: the same key again is the same message, also of 20 at once', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => post('/keyed/sms', aText('k.1'))));
  expect(new Set(answers.map((one) => one.id)).size).toBe(1);
  expect(answers.filter((one) => one.again)).toHaveLength(19);
  expect(await bodies()).toEqual(['text k.1']);
  expect(await doubled()).toEqual([]);
});

test('lookup and never: the same message again is a second one, and it counts what the phone got twice', async () => {
  for (const path of ['/lookup/sms', '/lookup/sms', '/lookup/sms', '/never/sms']) await post(path, aText('k.1'));
  expect(await bodies()).toHaveLength(4);
  expect(await doubled()).toEqual([{ channel: 'sms', to: '+15035550100', body: 'text k.1', times: 4 }]);
});

test('a look-up finds what the lookup mode took, by its key', async () => {
  const { id } = await post('/lookup/email', { ...aText('k.2'), to: 'a@example.com' });
  expect(await get('/lookup/email?key=k.2')).toEqual({ found: true, id });
  expect(await get('/lookup/email?key=k.3')).toEqual({ found: false });
  expect(await get('/lookup/sms?key=k.2')).toEqual({ found: false });
  await fault('lookup_late');
  expect(await get('/lookup/email?key=k.2')).toEqual({ found: false });
  await fault('lookup_down');
  expect((await fetch(`${sandbox.url}/lookup/email?key=k.2`)).status).toBe(503);
  expect(await get('/lookup/email?key=k.2')).toEqual({ found: true, id });
});

test('faults meet the calls of their mode and address, as often as they were armed', async () => {
  await fault('too_many', { mode: 'keyed', count: 2, ms: 3000 });
  const [never, first, second, third] = [
    await post('/never/sms', aText('n')),
    await post('/keyed/sms', aText('a')),
    await post('/keyed/sms', aText('b')),
    await post('/keyed/sms', aText('c')),
  ];
  expect([never.status, first.status, second.status, third.status]).toEqual([201, 429, 429, 201]);
  expect(first.headers.get('retry-after')).toBe('3');
  await fault('refuse');
  expect(await post('/never/sms', aText('d'))).toMatchObject({ status: 400, code: 'will_not' });
  await fault('refuse', { to: '+12125550199' });
  expect(await post('/never/sms', aText('e'))).toMatchObject({ status: 201 });
  expect(await post('/never/sms', { ...aText('f'), to: '+12125550199' })).toMatchObject({ code: 'will_not' });
  expect(await bodies()).toEqual(['text n', 'text c', 'text e']);
});

test('a vendor that breaks has taken the message or not, as told', async () => {
  for (const [name, taken] of [
    ['error_before', 0],
    ['error_after', 1],
    ['reset_before', 1],
    ['reset_after', 2],
  ] as const) {
    await fault(name);
    const answer = await post('/never/sms', aText(name)).catch(() => 'reset');
    expect(answer).toEqual(name.startsWith('reset') ? 'reset' : expect.objectContaining({ status: 500 }));
    expect(await bodies()).toHaveLength(taken);
  }
  for (const [name, taken] of [
    ['timeout_before', 2],
    ['timeout_after', 3],
  ] as const) {
    await fault(name);
    const silent = fetch(`${sandbox.url}/never/sms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(aText(name)),
      signal: AbortSignal.timeout(500),
    });
    await expect(silent).rejects.toThrow();
    expect(await bodies()).toHaveLength(taken);
  }
});

test('the lookup mode reports accepted and delivered, signed', async () => {
  const listener = await aListener();
  const { id } = await post('/lookup/sms', aText('k.1', { callbackUrl: listener.url }));
  await listener.until(2);
  expect(listener.calls.toSorted(byState)).toEqual([
    { id, key: 'k.1', channel: 'sms', state: 'accepted' },
    { id, key: 'k.1', channel: 'sms', state: 'delivered' },
  ]);
});

test('callbacks come twice, late or never, as told', async () => {
  const listener = await aListener();
  await fault('callback_none');
  await fault('callback_double');
  await fault('callback_late', { ms: 20 });
  for (const key of ['none', 'double', 'late']) await post('/lookup/sms', aText(key, { callbackUrl: listener.url }));
  await listener.until(6);
  const states = (key: string) =>
    listener.calls
      .filter((one) => one.key === key)
      .map((one) => one.state)
      .toSorted();
  expect([states('none'), states('double'), states('late')]).toEqual([
    [],
    ['accepted', 'accepted', 'delivered', 'delivered'],
    ['accepted', 'delivered'],
  ]);
});

test('somebody who does not listen yet is called again', async () => {
  const listener = await aListener(3);
  await post('/lookup/sms', aText('k.1', { callbackUrl: listener.url }));
  await listener.until(2);
  expect(listener.calls.map((one) => one.state).toSorted()).toEqual(['accepted', 'delivered']);
});

test('a killed sandbox comes back with its messages, its keys, and the callbacks that it owed', async () => {
  const listener = await aListener();
  const slow = { accepted: 60_000, delivered: 60_000, retries: [] };
  await sandbox.close();
  sandbox = await startSandbox({ port: 0, folder, secret, pace: slow });
  const { id } = await post('/keyed/sms', aText('k.1'));
  await post('/lookup/sms', aText('k.2', { callbackUrl: listener.url }));
  await appendFile(join(folder, 'messages.jsonl'), '{"message":{"id":"sb-torn');
  replaced.push(sandbox); // as if killed: nobody closed it
  sandbox = await startSandbox({ port: 0, folder, secret, pace });
  expect(await bodies()).toEqual(['text k.1', 'text k.2']);
  expect(await post('/keyed/sms', aText('k.1'))).toMatchObject({ id, again: true });
  await listener.until(2);
  expect(new Set(listener.calls.map((one) => one.key))).toEqual(new Set(['k.2']));
});

test('1,000 messages at once are all taken, and each is there once', async () => {
  const answers = await Promise.all(Array.from({ length: 1000 }, (_, index) => post('/never/sms', aText(`${index}`))));
  expect(answers.every((one) => one.status === 201)).toBe(true);
  expect(new Set(await bodies()).size).toBe(1000);
});

test('messages are asked for by address and from an instant on; reset forgets them and the faults', async () => {
  await post('/never/sms', aText('1'));
  await post('/never/sms', { ...aText('2'), to: '+15035550101' });
  expect(await bodies('?to=%2B15035550101')).toEqual(['text 2']);
  expect(await bodies(`?since=${Date.now() + 60_000}`)).toEqual([]);
  await fault('refuse', { count: 9 });
  expect(await post('/control', { reset: true })).toMatchObject({ status: 200, armed: [] });
  expect(await bodies()).toEqual([]);
  expect((await post('/never/sms', aText('3'))).status).toBe(201);
});

test('what is malformed is refused by name', async () => {
  const said = async (path: string, body: object) => {
    const { status, code, field } = await post(path, body);
    return [status, code, field];
  };
  expect(await said('/never/sms', aText('1', { to: '555-0100' }))).toEqual([400, 'bad_number', 'to']);
  expect(await said('/never/email', aText('1'))).toEqual([400, 'bad_address', 'to']);
  expect(await said('/never/sms', { ...aText('1'), body: '' })).toEqual([400, 'malformed', 'body']);
  expect(await said('/never/sms', aText('1', { callbackUrl: 'http://example.com/' }))).toEqual([
    400,
    'malformed',
    'callbackUrl',
  ]);
  expect(await said('/never/fax', aText('1'))).toEqual([404, 'not_found', undefined]);
  expect(await said('/control', { fault: 'explode' })).toEqual([400, 'malformed', 'fault']);
  expect(await said('/never/sms', aText('1', { body: 'x'.repeat(200_000) }))).toEqual([413, 'too_large', undefined]);
  expect(await bodies()).toEqual([]);
});

test('it is ready, and speaks only to those who call this machine by its own name', async () => {
  expect(await get('/readyz')).toEqual({ ready: true });
  const { port } = new URL(sandbox.url);
  const asked = request({
    host: '127.0.0.1',
    port,
    path: '/messages',
    headers: { host: `attacker.example:${port}` },
  }).end();
  const [answer] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }];
  answer.resume();
  expect(answer.statusCode).toBe(403);
});

test('the page shows what came as text, and open pages hear of it', async () => {
  const events = await fetch(`${sandbox.url}/events`);
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('event: hello');
  await post('/never/sms', aText('1', { body: '<b>hi</b> http://a.example/x' }));
  expect((await reader?.read())?.value).toMatch(/event: message\ndata: .*&lt;b&gt;hi/);
  await post('/never/sms', aText('1', { body: '<b>hi</b> http://a.example/x' }));
  expect((await reader?.read())?.value).toContain('event: again');
  await reader?.cancel();
  const page = await (await fetch(sandbox.url)).text();
  expect(page).toContain('&lt;b&gt;hi&lt;/b&gt; <a href="http://a.example/x"');
  expect(page).toContain('(503) 555-0100');
  expect(page).toContain('One message arrived more than once');
  expect(page).toContain('A simulation.');
});
