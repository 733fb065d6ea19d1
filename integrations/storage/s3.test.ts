import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { s3Storage } from './s3';

type Step = (request: IncomingMessage, response: ServerResponse) => void;

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
});

/** A store that answers as it was told, one step per request of a method; the last one again and again. */
async function aStore(steps: Record<string, readonly Step[]>) {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const { method = '' } = request;
    const before = asked.filter((one) => one === method).length;
    const known = steps[method] ?? [];
    asked.push(method);
    request.resume().once('end', () => (known[before] ?? known.at(-1))?.(request, response));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const storage = s3Storage(
    { bucket: 'b', region: 'us-east-1', endpoint, pathStyle: true },
    { credentials: { accessKeyId: 'a', secretAccessKey: 'b' } },
  );
  return { storage, asked };
}

const versioned: Step = (_, response) =>
  response.end('<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>');
const fault =
  (status: number, name: string): Step =>
  (_, response) =>
    response.writeHead(status).end(`<Error><Code>${name}</Code><Message>secret/key is busy</Message></Error>`);
const dropped: Step = (request) => request.socket.destroy();
const aPut = { key: 'a/b', content: Buffer.from('x'), contentType: 'text/plain' };

test('an answer that was lost and asked for again is not taken for somebody else’s file', async () => {
  let put = '';
  const lost: Step = (request) => {
    put = String(request.headers['x-amz-meta-put']);
    request.socket.destroy();
  };
  const head: Step = (_, response) =>
    response.writeHead(200, { 'x-amz-meta-put': put, 'x-amz-version-id': 'v7' }).end();
  const store = await aStore({ GET: [versioned], PUT: [lost, fault(412, 'PreconditionFailed')], HEAD: [head] });
  expect(await store.storage.put({ ...aPut, onlyIfAbsent: true })).toMatchObject({
    kind: 'stored',
    file: { version: 'v7' },
  });
});

test('the file of somebody else exists, also after a lost answer', async () => {
  const head: Step = (_, response) =>
    response.writeHead(200, { 'x-amz-meta-put': 'other', 'x-amz-version-id': 'v7' }).end();
  const store = await aStore({ GET: [versioned], PUT: [dropped, fault(412, 'PreconditionFailed')], HEAD: [head] });
  expect(await store.storage.put({ ...aPut, onlyIfAbsent: true })).toEqual({ kind: 'exists' });
});

test('a store that is overloaded or cut off is asked three times, then unavailable', async () => {
  const busy = await aStore({ GET: [versioned], PUT: [fault(500, 'InternalError')] });
  expect(await busy.storage.put(aPut)).toEqual({ kind: 'unavailable', code: 'InternalError' });
  expect(busy.asked.filter((method) => method === 'PUT')).toHaveLength(3);
  const cut = await aStore({ GET: [versioned], PUT: [dropped] });
  expect(await cut.storage.put(aPut)).toEqual({ kind: 'unavailable', code: expect.any(String) });
});

test('what the store finds wrong is a refusal, and its words are dropped', async () => {
  const answers: [number, string, object][] = [
    [403, 'AccessDenied', { kind: 'refused', code: 'denied' }],
    [404, 'NoSuchBucket', { kind: 'refused', code: 'no_bucket' }],
    [400, 'BadDigest', { kind: 'refused', code: 'checksum_mismatch' }],
    [400, 'EntityTooLarge', { kind: 'refused', code: 'invalid' }],
    [409, 'ConditionalRequestConflict', { kind: 'unavailable', code: 'ConditionalRequestConflict' }],
  ];
  for (const [status, name, answer] of answers) {
    const store = await aStore({ GET: [versioned], PUT: [fault(status, name)] });
    expect(await store.storage.put(aPut)).toEqual(answer);
  }
});

test('versioning is asked for once, and again after a no', async () => {
  const suspended: Step = (_, response) => response.end('<VersioningConfiguration/>');
  const stored: Step = (_, response) => response.writeHead(200, { 'x-amz-version-id': 'v1' }).end();
  const store = await aStore({ GET: [suspended, versioned], PUT: [stored] });
  const kinds = [];
  for (let puts = 0; puts < 3; puts++) kinds.push((await store.storage.put(aPut)).kind);
  expect(kinds).toEqual(['refused', 'stored', 'stored']);
  expect(store.asked).toEqual(['GET', 'GET', 'PUT', 'PUT']);
});
