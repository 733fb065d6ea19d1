import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareDatabase } from '../../dev/stack/database';
import { processEnvironment } from '../../dev/stack/environment';
import { cacheFolder, root } from '../../dev/stack/folders';
import { anyFreePort } from '../../dev/stack/ports';
import { postgresUrl, recordSettings, startPostgres } from '../../dev/stack/postgres';
import { postgresBinaries } from '../../dev/stack/postgres-binaries';
import { binariesHome } from '../../dev/stack/postgres-folders';
import { startProgram } from '../../dev/stack/program';
import { unprivilegedUser } from '../../dev/stack/unprivileged';
import { type RunFolder, makeRunFolder } from '../../dev/test/run-folder';

/** A Postgres as `npm start` runs it (every commit reaches the disk) and one api process as it is shipped, both on loopback. */
export interface Place {
  readonly urls: Urls;
  readonly port: number;
  readonly origin: string;
  /** The api's and Postgres'. */
  readonly pids: readonly number[];
  end(): Promise<void>;
}

interface Urls {
  readonly app: string;
  readonly worker: string;
  readonly migrator: string;
}

const name = 'kept';
const readyWithinMs = 30_000;

export async function aPlace(): Promise<Place> {
  const run = await makeRunFolder(path.join(root, '.kept/bench'));
  try {
    const urls = await aPostgres(run);
    const api = await anApi(run, urls);
    return { urls, ...api, pids: Object.values(run.processes.pids()), end: () => run.end() };
  } catch (error) {
    await run.end();
    throw error;
  }
}

/** Postgres as `npm start` runs it. */
export async function aPostgres({ folder, processes }: RunFolder): Promise<Urls> {
  const user = unprivilegedUser();
  const data = path.join(folder, 'postgres');
  mkdirSync(data, { mode: 0o700 });
  if (user) chownSync(data, user.uid, user.gid);
  const [port, password] = [await anyFreePort(), randomBytes(16).toString('hex')];
  const binaries = postgresBinaries(binariesHome(cacheFolder(), user));
  const log = path.join(folder, 'postgres.log');
  const postgres = await startPostgres(
    { binaries, data, port, password, user, settings: recordSettings, log },
    processes,
    () => undefined,
  );
  postgres.keep();
  const passwords = { migrator: password, app: password, worker: password };
  const migrations = path.join(root, 'migrations');
  await prepareDatabase({ port, superuser: password, passwords, name, folder: migrations, unfinished: false });
  const as = (role: string) => postgresUrl(port, role, password, name);
  return { app: as('kept_app'), worker: as('kept_worker'), migrator: as('kept_migrator') };
}

async function anApi({ folder, processes }: RunFolder, urls: Urls): Promise<{ port: number; origin: string }> {
  const [port, portal, own] = [await anyFreePort(), await anyFreePort(), await anyFreePort()];
  const origin = `http://localhost:${port}`;
  const aKey = `dev:${randomBytes(32).toString('base64')}`;
  const settings = {
    KEPT_MODE: 'development',
    KEPT_DATABASE_URL: urls.app,
    KEPT_LINK_KEYS: aKey,
    KEPT_STAFF_ORIGIN: origin,
    KEPT_PORTAL_ORIGIN: `http://localhost:${portal}`,
    KEPT_STAFF_PORT: String(port),
    KEPT_PORTAL_PORT: String(portal),
    KEPT_API_PRIVATE_PORT: String(own),
    KEPT_STORAGE: pathToFileURL(path.join(folder, 'files')).href,
    KEPT_TEMPORAL_ADDRESS: '127.0.0.1:9', // nobody there: bookings do not wait for it
  };
  const api = await startProgram(
    {
      name: 'api',
      command: process.execPath,
      args: [path.join(root, 'dist/api/main.js')],
      environment: processEnvironment(process.env, settings),
      folder: root,
      log: path.join(folder, 'api.log'),
      ending: { signal: 'SIGTERM', graceMs: 10_000, last: false },
    },
    processes,
  );
  const ended = { how: '' };
  void api.ended.then((how) => (ended.how = how));
  for (const until = Date.now() + readyWithinMs; ;) {
    if (
      await fetch(`http://127.0.0.1:${own}/readyz`)
        .then(({ ok }) => ok)
        .catch(() => false)
    )
      return { port, origin };
    if (ended.how || Date.now() > until) throw new Error(`the api is not ready: ${ended.how}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
