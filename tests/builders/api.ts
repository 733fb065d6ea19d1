import { mkdtempSync } from 'node:fs';
import http, { type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type ApiDeps, clientDoorRoutes, createApi, staffRoutes } from '../../api/app';
import type { Route } from '../../api/http/route';
import { hashOf, newToken } from '../../api/http/session';
import { type Hub, openHub } from '../../api/live/hub';
import type { FrontDoor, StaffRole } from '../../domain/access/roles';
import { letClientIn } from '../../domain/clients/let-client-in';
import { type ClientId, type MembershipId, newId } from '../../domain/ids';
import { type Log, openLog } from '../../integrations/log/logger';
import type { TestPractice, World } from './practice';
import { aStorage } from './storage';

export const origins = { staff: 'https://kept.example.org', portal: 'https://portal.kept.example.org' } as const;
const cookieNames = { staff: '__Host-kept-staff', client: '__Host-kept-portal' } as const;
export const linkKeys = [{ id: 'test', secret: Buffer.alloc(32, 9) }];

export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  /** Sent as it stands, instead of a body that is made into JSON. */
  readonly raw?: string | Buffer;
  /** Null leaves out a header that would be sent by itself. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | null>>;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The answer as JSON; undefined when it is none. */
  readonly body: any; // oxlint-disable-line typescript/no-explicit-any -- a test looks into what came
}

/** Someone at one front door, as her browser would send: Origin, cookie, a key for each write. */
export interface Caller {
  readonly door: FrontDoor;
  readonly port: number;
  readonly cookie: string | undefined;
  readonly sessionId: string;
  send(sent: Sent): Promise<Answered>;
  get(path: string, headers?: Sent['headers']): Promise<Answered>;
  /** A POST that asks; `key` and `version` make it a write. */
  post(path: string, body?: unknown, options?: Write): Promise<Answered>;
}

export interface Write {
  readonly key?: string | null;
  readonly version?: number;
  readonly headers?: Sent['headers'];
}

export interface TestApi {
  readonly hub: Hub;
  readonly routes: Readonly<Record<FrontDoor, readonly Route[]>>;
  readonly ports: Readonly<Record<FrontDoor, number>>;
  /** What the processes logged, a line each. */
  readonly lines: readonly string[];
  /** Nobody in particular. */
  stranger(door?: FrontDoor, cookie?: string): Caller;
  /** Signed in as a member of the staff with this role, or as this membership. */
  as(practice: TestPractice, who: StaffRole | { readonly membershipId: MembershipId }): Promise<Caller>;
  /** Signed in at a door as this membership. */
  asMember(door: FrontDoor, membershipId: MembershipId): Promise<Caller>;
  /** Signed in at the portal as a client herself. */
  asClient(practice: TestPractice, clientId: ClientId): Promise<Caller>;
}

export interface TestApiOptions {
  readonly database?: ApiDeps['database'];
  readonly listenUrl?: string;
  readonly ports?: ApiDeps['ports'];
  readonly proxies?: number;
  readonly heartbeatMs?: number;
  readonly system?: ApiDeps['system'];
  /** Put beside those of the product, to provoke what they never do. */
  readonly log?: Log;
}

/** The two front doors over the file's own database, each on a port of its own. At the top of the file: `const api = anApi(world)`. */
export function anApi(world: () => World, options: () => TestApiOptions = () => ({})): () => TestApi {
  let api: TestApi | undefined;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    [api, close] = await startApi(world(), options());
  });
  afterAll(() => close?.());
  return () => {
    if (!api) throw new Error('the api is there from the first test on');
    return api;
  };
}

export async function startApi(world: World, options: TestApiOptions = {}): Promise<[TestApi, () => Promise<void>]> {
  const lines: string[] = [];
  const log =
    options.log ?? openLog({ name: 'api', level: 'debug', to: { write: (line: string) => void lines.push(line) } });
  const hub = openHub(options.listenUrl ?? world.urls.app, log);
  const deps: ApiDeps = {
    database: options.database ?? world.app,
    hub,
    log,
    linkKeys,
    ports: options.ports ?? {},
    storage: aStorage(),
    system: options.system ?? { mode: 'test', parts: () => Promise.resolve([]) },
    origins,
    pages: pages(),
    proxies: options.proxies ?? 0,
    ...(options.heartbeatMs === undefined ? {} : { heartbeatMs: options.heartbeatMs }),
  };
  const apps = createApi(deps);
  const servers = [await listening(apps.staff), await listening(apps.portal)] as const;
  const ports = { staff: portOf(servers[0]), client: portOf(servers[1]) };
  const agent = new http.Agent({ keepAlive: true, maxSockets: 200 });
  const caller = (door: FrontDoor, cookie: string | undefined, sessionId = ''): Caller => {
    const send = (sent: Sent) => exchange({ agent, port: ports[door], origin: originOf(door), cookie }, sent);
    return {
      door,
      cookie,
      sessionId,
      port: ports[door],
      send,
      get: (target, headers = {}) => send({ path: target, headers }),
      post: (target, body, write = {}) => send({ method: 'POST', path: target, body, headers: writeHeaders(write) }),
    };
  };
  const signedIn = async (door: FrontDoor, membershipId: MembershipId): Promise<Caller> => {
    const { token, sessionId } = await openSession(world, door, membershipId);
    return caller(door, `${cookieNames[door]}=${token}`, sessionId);
  };
  const api: TestApi = {
    hub,
    lines,
    ports,
    routes: { staff: staffRoutes(deps), client: clientDoorRoutes(deps) },
    stranger: (door = 'staff', cookie) => caller(door, cookie),
    asMember: signedIn,
    as: async (practice, who) =>
      signedIn('staff', typeof who === 'string' ? await practice.member(who) : who.membershipId),
    asClient: async (practice, clientId) => signedIn('client', await portalAccount(practice, clientId)),
  };
  const close = async () => {
    const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
    await hub.close();
    for (const server of servers) server.closeAllConnections();
    agent.destroy();
    await Promise.all(closed);
  };
  return [api, close];
}

const originOf = (door: FrontDoor) => (door === 'staff' ? origins.staff : origins.portal);

export const writeHeaders = ({ key, version, headers = {} }: Write): NonNullable<Sent['headers']> => ({
  'idempotency-key': key === undefined ? newId() : key,
  ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  ...headers,
});

/** Opened past the password, whose hashing would take a tenth of a second each. */
export async function openSession(
  world: World,
  door: FrontDoor,
  membershipId: MembershipId,
  lengths = { idleSeconds: 900, absoluteSeconds: 43_200 },
): Promise<{ readonly token: string; readonly sessionId: string }> {
  const [token, sessionId] = [newToken(), newId()];
  await world.app.kernel.raw("select kernel.open_session(?, ?, ?, ?, ? * interval '1 s', ? * interval '1 s')", [
    sessionId,
    hashOf(token),
    door,
    membershipId,
    lengths.idleSeconds,
    lengths.absoluteSeconds,
  ]);
  return { token, sessionId };
}

export const portalAccount = (practice: TestPractice, clientId: ClientId): Promise<MembershipId> =>
  practice.as('front_desk', (tx) =>
    letClientIn(tx, { clientId, email: `portal-${newId()}@example.org`, passwordHash: 'none', relation: 'self' }),
  );

const pages = () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kept-pages-'));
  return { staff: folder, portal: folder };
};

async function listening(app: http.RequestListener): Promise<http.Server> {
  const server = http.createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const portOf = (server: http.Server): number => (server.address() as AddressInfo).port;

interface Line {
  readonly agent: http.Agent;
  readonly port: number;
  readonly origin: string;
  readonly cookie: string | undefined;
}

function exchange(line: Line, sent: Sent): Promise<Answered> {
  const payload = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
  const headers: Record<string, string | string[]> = {
    origin: line.origin,
    ...(line.cookie === undefined ? {} : { cookie: line.cookie }),
    ...(payload === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) }),
  };
  for (const [name, value] of Object.entries(sent.headers ?? {}))
    if (value === null) delete headers[name];
    else headers[name] = typeof value === 'string' ? value : [...value];
  return new Promise((resolve, reject) => {
    const request = http.request(
      { agent: line.agent, host: '127.0.0.1', port: line.port, path: sent.path, method: sent.method ?? 'GET', headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve(answered(response, Buffer.concat(chunks).toString())));
      },
    );
    request.on('error', reject);
    request.end(payload);
  });
}

function answered(response: http.IncomingMessage, text: string): Answered {
  const isJson = /json/.test(response.headers['content-type'] ?? '');
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text,
    body: isJson && text !== '' ? JSON.parse(text) : undefined,
  };
}
