import { once } from 'node:events';
import { type RequestListener, createServer } from 'node:http';
import { type AddressInfo, type Server, type Socket, createServer as createTcpServer } from 'node:net';
import { exchange, retryAfterMs } from './exchange';

const servers: Server[] = [];
const lines = new Set<Socket>();
afterEach(async () => {
  for (const line of lines) line.destroy();
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

async function listening(server: Server): Promise<string> {
  servers.push(server);
  server.on('connection', (line: Socket) => lines.add(line));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const web = async (listener: RequestListener) => `http://${await listening(createServer(listener))}`;
const inTime = () => AbortSignal.timeout(10_000);
const get = (url: string, signal = inTime()) => exchange({ url, method: 'GET' }, signal);

test('an answer comes with its status, headers and whole text, on a connection that is used once', async () => {
  let connection: string | undefined;
  const url = await web((request, response) => {
    connection = request.headers.connection;
    response.writeHead(418, { 'x-a': 'b' }).end('tee für zwei');
  });
  expect(await get(url)).toMatchObject({ kind: 'answer', status: 418, headers: { 'x-a': 'b' }, text: 'tee für zwei' });
  expect(connection).toBe('close');
});

test('a body arrives with its length in bytes', async () => {
  const url = await web((request, response) => {
    request.pipe(response).setHeader('x-length', request.headers['content-length'] ?? '');
  });
  const answer = await exchange({ url, method: 'POST', body: 'ümläut' }, inTime());
  expect(answer).toMatchObject({ headers: { 'x-length': '8' }, text: 'ümläut' });
});

test('nobody there is unsent', async () => {
  expect(await get('http://127.0.0.1:1')).toEqual({ kind: 'unsent', code: 'ECONNREFUSED' });
});

test('a TLS handshake that fails or stalls is unsent: no word was written', async () => {
  const plain = await listening(createTcpServer((line) => line.end('no TLS here\r\n')));
  expect(await get(`https://${plain}`)).toMatchObject({ kind: 'unsent' });
  const silent = await listening(createTcpServer());
  expect(await get(`https://${silent}`, AbortSignal.timeout(100))).toEqual({ kind: 'unsent', code: 'timeout' });
});

test('a line that dies after the request, within the head or within the body is lost', async () => {
  const deaths: RequestListener[] = [
    (request) => request.socket.resetAndDestroy(),
    (request) => request.socket.end('HTTP/1.1 200 OK\r\nContent-'),
    (request) => request.socket.end('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf'),
    (request) => request.socket.end('what is this\r\n\r\n'),
  ];
  for (const death of deaths) expect(await get(await web(death))).toMatchObject({ kind: 'lost' });
});

test('silence is lost when the signal fires, before or within the answer', async () => {
  const silent = await web(() => undefined);
  const stalled = await web((_, response) => void response.write('half'));
  for (const url of [silent, stalled])
    expect(await get(url, AbortSignal.timeout(100))).toEqual({ kind: 'lost', code: 'timeout' });
});

test('an answer without end is not read to it', async () => {
  const url = await web((_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(1 << 20)));
    };
    response.on('drain', more);
    more();
  });
  expect(await get(url)).toEqual({ kind: 'lost', code: 'answer_too_long' });
});

test('Retry-After is seconds or a date', () => {
  const now = Date.parse('2026-12-01T14:00:00Z');
  const said = (text?: string) => retryAfterMs(text === undefined ? {} : { 'retry-after': text }, now);
  expect([said('7'), said('Tue, 01 Dec 2026 14:01:00 GMT'), said('Tue, 01 Dec 2026 13:00:00 GMT')]).toEqual([
    7000, 60_000, 0,
  ]);
  expect([said(), said('soon'), said('-5')]).toEqual([undefined, undefined, undefined]);
});
