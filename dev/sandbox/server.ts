import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type Asset, readAssets } from './assets';
import { type Pace, startCallbacks, vendorPace } from './callbacks';
import { noFaults } from './faults';
import { inboxPage } from './inbox-page';
import { startLive } from './live';
import { type Mailbox, openMailbox } from './mailbox';
import { type Channel, type Mode, channels, loopback, modes } from './message';
import { type Reply, type Vendor, startVendor } from './vendor';

export interface SandboxOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly folder: string;
  readonly secret: string;
  readonly pace?: Pace;
}

export interface Sandbox {
  readonly url: string;
  close(): Promise<void>;
}

const longestBody = 128 * 1024;
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** The vendor and the inbox, on this machine's own address only. */
export async function startSandbox({ port, folder, secret, pace = vendorPace }: SandboxOptions): Promise<Sandbox> {
  const mailbox = await openMailbox(folder);
  const callbacks = startCallbacks(mailbox, secret, pace);
  const faults = noFaults();
  const vendor = startVendor(mailbox, callbacks, faults);
  const live = startLive(mailbox);
  const assets = await readAssets();

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      console.error('the message sandbox failed', error);
      if (response.headersSent) response.destroy();
      else send(response, { status: 500, body: { code: 'internal' } });
    });
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      callbacks.close();
      live.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await mailbox.close();
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cache-control', 'no-store');
    const url = new URL(request.url ?? '/', 'http://sandbox');
    if (!isLocal(request)) return send(response, { status: 403, body: { code: 'foreign_host' } });
    if (request.method === 'POST') return post(request, response, url);
    if (request.method !== 'GET') return send(response, { status: 405, body: { code: 'method_not_allowed' } });
    if (url.pathname === '/events') return live.join(response);
    if (url.pathname === '/')
      return void response.writeHead(200, pageHeaders).end(inboxPage(mailbox.messages(), mailbox.doubled()));
    const asset = assets.get(url.pathname);
    return asset ? sendAsset(response, asset) : send(response, read(mailbox, vendor, faults.armed(), url));
  }

  async function post(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (!request.headers['content-type']?.startsWith('application/json'))
      return send(response, { status: 415, body: { code: 'unsupported_media' } });
    if (!(Number(request.headers['content-length']) <= longestBody))
      return send(response, { status: 413, body: { code: 'too_large' } });
    const body: unknown = await json(request).catch(() => undefined);
    const [mode = '', channel = ''] = url.pathname.slice(1).split('/');
    if (url.pathname === '/control') return send(response, await vendor.control(body));
    if (isMode(mode) && isChannel(channel) && url.pathname === `/${mode}/${channel}`)
      return send(response, await vendor.send(mode, channel, body));
    return send(response, { status: 404, body: { code: 'not_found' } });
  }
}

function read(mailbox: Mailbox, vendor: Vendor, armed: object, { pathname, searchParams }: URL): Reply {
  if (pathname === '/readyz') return { status: 200, body: { ready: true } };
  if (pathname === '/control') return { status: 200, body: { armed } };
  if (pathname === '/doubled') return { status: 200, body: { doubled: mailbox.doubled() } };
  if (pathname === '/messages') {
    const [to, since] = [searchParams.get('to'), Number(searchParams.get('since') ?? 0)];
    const messages = mailbox.messages().filter((one) => (to === null || one.to === to) && one.at >= since);
    return { status: 200, body: { messages } };
  }
  const channel = /^\/lookup\/(\w+)$/.exec(pathname)?.[1] ?? '';
  if (isChannel(channel)) return vendor.lookUp(channel, searchParams.get('key') ?? '');
  return { status: 404, body: { code: 'not_found' } };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'silence') return;
  if (reply === 'reset') return void response.socket?.resetAndDestroy();
  response
    .writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
    .end(JSON.stringify(reply.body));
}

function sendAsset(response: ServerResponse, { type, content }: Asset): void {
  response.writeHead(200, { 'content-type': type }).end(content);
}

/** A page from elsewhere could name this server by a host of its own, and read it. */
const isLocal = ({ headers }: IncomingMessage): boolean => loopback.has((headers.host ?? '').replace(/:\d+$/, ''));
const isMode = (text: string): text is Mode => modes.some((one) => one === text);
const isChannel = (text: string): text is Channel => channels.some((one) => one === text);

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', 1024, resolve);
  });
