import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Runs the storage suite against versitygw, an S3 server that keeps its objects in a folder. Ends with jest's code. */
const version = 'v1.8.0';
const cache = join(homedir(), '.cache', 'kept', 'versitygw-1.8.0');
const binary = join(cache, 'versitygw');

async function main(): Promise<number> {
  await bringServer();
  const home = await mkdtemp(join(tmpdir(), 'kept-versitygw-'));
  // Siblings by absolute paths, or the server fails with another fault's message.
  const [data, versions] = [join(home, 'data'), join(home, 'versions')];
  await Promise.all([mkdir(data), mkdir(versions)]);
  const keys = { access: 'verify', secret: randomBytes(20).toString('hex') };
  const port = await freePort();
  const server = spawn(
    binary,
    ['--quiet', '--port', `127.0.0.1:${port}`, 'posix', '--versioning-dir', versions, data],
    {
      env: { ...process.env, ROOT_ACCESS_KEY: keys.access, ROOT_SECRET_KEY: keys.secret },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  process.once('exit', () => server.kill('SIGKILL'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  try {
    await listening(port, server);
    return await suite({
      KEPT_VERIFY: 'integrations/storage',
      KEPT_VERIFY_S3: `http://127.0.0.1:${port}`,
      KEPT_VERIFY_S3_FOLDER: data,
      AWS_ACCESS_KEY_ID: keys.access,
      AWS_SECRET_ACCESS_KEY: keys.secret,
    });
  } finally {
    server.kill('SIGKILL');
    await rm(home, { recursive: true });
  }
}

async function bringServer(): Promise<void> {
  const there = await access(binary).then(
    () => true,
    () => false,
  );
  if (there) return;
  console.log(`building versitygw ${version} once (about two minutes)`);
  const environment = { ...process.env, GOBIN: cache };
  await promisify(execFile)('go', ['install', `github.com/versity/versitygw/cmd/versitygw@${version}`], {
    env: environment,
  }).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? 'versitygw is not in the cache and Go is not installed' : error.message);
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (server.exitCode !== null) throw new Error(`versitygw ended with ${server.exitCode}`);
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('versitygw did not listen within 10 s');
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

function suite(environment: Record<string, string>): Promise<number> {
  const jest = join('node_modules', 'jest', 'bin', 'jest.js');
  const run = spawn(process.execPath, [jest, '--selectProjects', 'verify', ...process.argv.slice(2)], {
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  return new Promise((resolve) => run.once('exit', (code) => resolve(code ?? 1)));
}

void main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  })
  .then((code) => process.exit(code));
