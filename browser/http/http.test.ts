import { type HttpOptions, createHttp, pathOf } from './http';
import { ProblemError } from './problem';

interface Sent {
  readonly path: string;
  readonly method: string | undefined;
  readonly headers: Headers;
  readonly body: unknown;
}

type Reply = Response | Error;
const ok = (body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json', ...headers } });
const wrong = (status: number, body: object = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });

/** A server that answers with `replies`, one after the other. */
function against(replies: readonly Reply[], more: Partial<HttpOptions> = {}) {
  const sent: Sent[] = [];
  let keys = 0;
  const http = createHttp({
    fetch: async (path, { method, headers, body }) => {
      sent.push({
        path,
        method,
        headers: new Headers(headers),
        body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
      });
      const reply = replies[sent.length - 1];
      if (!reply) throw new Error('no reply is left');
      if (!(reply instanceof Response)) throw reply;
      return reply;
    },
    signedInAgain: () => Promise.reject(new Error('nobody signs in')),
    newKey: () => `key-${(keys += 1)}`,
    ...more,
  });
  return { http, sent, keysSent: () => sent.map(({ headers }) => headers.get('idempotency-key')) };
}

const problemOf = async (promise: Promise<unknown>) => {
  const error = await promise.catch((thrown: unknown) => thrown);
  if (!(error instanceof ProblemError)) throw new Error('expected a problem');
  return error.problem;
};

test('a write has an idempotency key, and the version that the person looked at', async () => {
  const { http, sent } = against([ok({ id: 'a' }, { etag: '"8"' })]);
  const answer = await http.write('PUT', pathOf('claims', 'a'), { note: 'x' }, { version: 7 });
  expect(answer).toEqual({ status: 200, body: { id: 'a' }, version: 8 });
  expect([sent[0]?.path, sent[0]?.method, sent[0]?.body]).toEqual(['/api/claims/a', 'PUT', { note: 'x' }]);
  expect(Object.fromEntries(sent[0]?.headers ?? [])).toMatchObject({ 'idempotency-key': 'key-1', 'if-match': '"7"' });
});

test('a read has neither, and says when nobody asked for it', async () => {
  const { http, sent } = against([ok({}), ok({ rows: [], total: 0 })]);
  await http.get('claims/a');
  await http.read('claims/search', { filter: {} }, { automatic: true });
  expect(sent.map(({ headers }) => [headers.get('idempotency-key'), headers.get('kept-refetch')])).toEqual([
    [null, null],
    [null, '1'],
  ]);
});

test('a write whose outcome is unknown keeps its key when it is asked for again; another intent has another', async () => {
  const { http, keysSent } = against([new TypeError('network'), wrong(503), ok({}), ok({}), ok({})]);
  const pay = () => http.write('POST', 'payments', { cents: 2500 });
  expect((await problemOf(pay())).code).toBe('unreachable');
  expect((await problemOf(pay())).code).toBe('try_again');
  await pay(); // the answer at last
  await pay(); // the same amount once more, on purpose
  await http.write('POST', 'payments', { cents: 2600 });
  expect(keysSent()).toEqual(['key-1', 'key-1', 'key-1', 'key-2', 'key-3']);
});

test('a double click sends one intent', async () => {
  const { http, keysSent } = against([ok({}), ok({})]);
  await Promise.all([http.write('POST', 'visits', {}), http.write('POST', 'visits', {})]);
  expect(keysSent()).toEqual(['key-1', 'key-1']);
});

test('a refusal settles the intent: trying again after mending is new', async () => {
  const { http, keysSent } = against([wrong(422, { code: 'invalid' }), ok({})]);
  await problemOf(http.write('POST', 'visits', { day: '' }));
  await http.write('POST', 'visits', { day: '' });
  expect(keysSent()).toEqual(['key-1', 'key-2']);
});

test('a problem arrives with its code, fields and the record as it is now', async () => {
  const errors = [{ pointer: '/reason', code: 'required' }, { pointer: 7 }];
  const body = { code: 'stale_version', errors, params: { by: 'x' }, requestId: 'r1', current: { version: 9 } };
  const { http } = against([wrong(412, body)]);
  expect(await problemOf(http.write('PUT', 'claims/a', {}, { version: 8 }))).toEqual({
    status: 412,
    code: 'stale_version',
    params: { by: 'x' },
    errors: [{ pointer: '/reason', code: 'required' }],
    requestId: 'r1',
    current: { version: 9 },
  });
});

test('what a proxy says in HTML becomes a problem of its status', async () => {
  const { http } = against([new Response('<h1>Bad gateway</h1>', { status: 502 }), new Response('', { status: 418 })]);
  expect((await problemOf(http.get('claims/a'))).code).toBe('try_again');
  expect((await problemOf(http.get('claims/a'))).code).toBe('malformed');
});

test('an answer cut off on its way is no answer', async () => {
  const cut = new Response('{"rows": [', { headers: { 'content-type': 'application/json' } });
  expect((await problemOf(against([cut]).http.get('claims/a'))).code).toBe('unreachable');
});

test('when the session is over, a write waits for the sign-in and goes out again with the same key', async () => {
  const order: string[] = [];
  const signedInAgain = async () => void order.push('signed in');
  const { http, sent, keysSent } = against([wrong(401, { code: 'signed_out' }), ok({ id: 'a' })], { signedInAgain });
  const { body } = await http.write('POST', 'visits', { day: '2026-12-01' });
  expect(body).toEqual({ id: 'a' });
  expect(order).toEqual(['signed in']);
  expect(sent.map(({ body }) => body)).toEqual([{ day: '2026-12-01' }, { day: '2026-12-01' }]);
  expect(keysSent()).toEqual(['key-1', 'key-1']);
});

test('signing in itself hears its refusal', async () => {
  const { http } = against([wrong(401, { code: 'wrong_credentials' })]);
  const problem = await problemOf(http.write('POST', 'session', {}, { signedOutIsAnAnswer: true }));
  expect(problem.code).toBe('wrong_credentials');
});

test('an abort by the caller stays an abort', async () => {
  const abort = new AbortController();
  abort.abort();
  const { http } = against([new DOMException('aborted', 'AbortError')]);
  await expect(http.get('claims/a', { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
});

test('an id cannot reach beyond its place in a path', () => {
  expect(pathOf('claims', '../session?x=1', 'cancel')).toBe('claims/..%2Fsession%3Fx%3D1/cancel');
});

test('a file is sent as it is, with its name in a header and a key for its intent', async () => {
  const { http, sent, keysSent } = against([wrong(503), ok({ id: 'f' })]);
  const file = new File(['ISA*00'], 'año.835');
  await problemOf(http.sendFile('remittance-files', file));
  await http.sendFile('remittance-files', file);
  expect(keysSent()).toEqual(['key-1', 'key-1']);
  expect(Object.fromEntries(sent[0]?.headers ?? [])).toMatchObject({
    'content-type': 'application/octet-stream',
    'kept-file-name': 'a%C3%B1o.835',
  });
});

test('a file that the server gives is a file, by its name and to the byte', async () => {
  const bytes = '\uFEFFName\r\nLucía\r\n';
  const reply = () =>
    new Response(bytes, {
      headers: { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="clients-2026-12-01.csv"' },
    });
  const { http } = against([reply()]);
  const { body } = await http.read('clients/export', {});
  if (!(body instanceof File)) throw new Error('expected a file');
  expect([body.name, Buffer.from(await body.arrayBuffer()).toString()]).toEqual(['clients-2026-12-01.csv', bytes]);
});
