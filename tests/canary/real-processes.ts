import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { processEnvironment } from '../../dev/stack/environment';
import { anyFreePort } from '../../dev/stack/ports';
import { exitCode } from '../../dev/stack/program';
import type { World } from '../builders/practice';
import { testAddress, until } from '../builders/temporal';

const root = path.join(__dirname, '../..');

/** Api and worker as they are shipped, with their logs in files. */
export interface RealProcesses {
  readonly staff: { readonly port: number; readonly origin: string };
  readonly portal: { readonly port: number; readonly origin: string };
  readonly payloadKey: { readonly id: string; readonly secret: Buffer };
  /** What each has written so far, to either of its outputs. */
  logs(): Readonly<Record<string, string>>;
  /** What the private servers answer: metrics and health of each. */
  privateAnswers(): Promise<Readonly<Record<string, string>>>;
  end(): Promise<void>;
}

export async function realProcesses(
  world: World,
  namespace: string,
  vendors: { readonly sms: string; readonly mail: string },
): Promise<RealProcesses> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kept-canary-'));
  const files = path.join(folder, 'files');
  await mkdir(files);
  const ports = { staff: 0, portal: 0, api: 0, worker: 0 };
  for (const name of Object.keys(ports) as (keyof typeof ports)[]) ports[name] = await anyFreePort();
  const originOf = (door: 'staff' | 'portal') => `http://localhost:${ports[door]}`;
  const secret = randomBytes(32);
  const settings = {
    KEPT_MODE: 'test',
    KEPT_DATABASE_URL: world.urls.app,
    KEPT_WORKER_DATABASE_URL: world.urls.worker,
    KEPT_TEMPORAL_ADDRESS: testAddress(),
    KEPT_TEMPORAL_NAMESPACE: namespace,
    KEPT_PAYLOAD_KEYS: `canary:${secret.toString('base64')}`,
    KEPT_LINK_KEYS: `canary:${randomBytes(32).toString('base64')}`,
    KEPT_STAFF_ORIGIN: originOf('staff'),
    KEPT_PORTAL_ORIGIN: originOf('portal'),
    KEPT_STAFF_PORT: String(ports.staff),
    KEPT_PORTAL_PORT: String(ports.portal),
    KEPT_API_PRIVATE_PORT: String(ports.api),
    KEPT_WORKER_PRIVATE_PORT: String(ports.worker),
    KEPT_STORAGE: pathToFileURL(files).href,
    KEPT_SMS: vendors.sms,
    KEPT_MAIL: vendors.mail,
    KEPT_MAIL_FROM: 'office@practice.example',
    KEPT_SANDBOX_SECRET: randomBytes(16).toString('hex'),
    KEPT_LOG_LEVEL: 'debug',
    KEPT_SHUTDOWN_SECONDS: '2',
  };
  const environment = processEnvironment(process.env, settings);
  const names = ['api', 'worker'] as const;
  const fileOf = (name: string) => path.join(folder, `${name}.log`);
  const children = names.map((name): ChildProcess => {
    const log = openSync(fileOf(name), 'a');
    const args = ['--enable-source-maps', path.join(root, `dist/${name}/main.js`)];
    const child = spawn(process.execPath, args, { cwd: root, env: environment, stdio: ['ignore', log, log] });
    closeSync(log);
    return child;
  });
  const ended = children.map((child) => exitCode(child));
  const logs = () => Object.fromEntries(names.map((name) => [name, readFileSync(fileOf(name), 'utf8')]));
  const ask = (name: 'api' | 'worker', at: string) => fetch(`http://127.0.0.1:${ports[name]}${at}`);
  const isReady = (name: 'api' | 'worker') =>
    ask(name, '/readyz').then(
      ({ ok }) => ok,
      () => false,
    );
  await until(async () => (await isReady('api')) && (await isReady('worker')));
  return {
    staff: { port: ports.staff, origin: originOf('staff') },
    portal: { port: ports.portal, origin: originOf('portal') },
    payloadKey: { id: 'canary', secret },
    logs,
    async privateAnswers() {
      const asked = names.flatMap((name) =>
        ['/metrics', '/health', '/readyz', '/livez'].map((at) => [name, at] as const),
      );
      const texts = await Promise.all(asked.map(async ([name, at]) => (await ask(name, at)).text()));
      return Object.fromEntries(asked.map(([name, at], n) => [`${name} ${at}`, texts[n] ?? '']));
    },
    async end() {
      for (const child of children) child.kill('SIGTERM');
      await Promise.all(ended);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
