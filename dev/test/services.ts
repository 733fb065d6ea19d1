import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Build, buildBrowsers } from '../stack/browsers';
import { prepareDatabase } from '../stack/database';
import { cacheFolder, root } from '../stack/folders';
import { anyFreePort } from '../stack/ports';
import { postgresUrl, startPostgres, throwAwaySettings } from '../stack/postgres';
import { postgresBinaries } from '../stack/postgres-binaries';
import { binariesHome } from '../stack/postgres-folders';
import { startTemporal } from '../stack/temporal';
import { findTemporal, type TemporalSource } from '../stack/temporal-finder';
import { unprivilegedUser } from '../stack/unprivileged';
import { findChromium } from './chromium';
import type { RunFolder } from './run-folder';
import type { Need } from './suites';

type Environment = Readonly<Record<string, string>>;
type Say = (line: string) => void;

/** The database that tests clone. */
const template = 'kept_test_template';

/**
 * Starts what suites need, each once per run and not before it is needed.
 * @returns what a suite with these needs is told in its environment
 */
export function testServices(run: RunFolder, say: Say): (needs: readonly Need[]) => Promise<Environment> {
  const starts: Readonly<Record<Need, () => Promise<Environment>>> = {
    postgres: () => startTestPostgres(run, say),
    temporal: async () => ({ ...(await startTestTemporal(run, say)), ...workflowBundle() }),
    'temporal-cli': async () => cliOf(await findTestTemporal(run, say)),
    chromium: async () => ({ KEPT_CHROMIUM: await findChromium(process.env, run, say) }),
    pages: () => built(run, ['admin', 'portal'], say),
    gallery: () => built(run, ['gallery'], say),
  };
  const started = new Map<Need, Promise<Environment>>();
  return async (needs) => {
    const told = needs.map((need) => {
      const start = started.get(need) ?? starts[need]();
      started.set(need, start);
      return start;
    });
    return Object.assign({}, ...(await Promise.all(told))) as Environment;
  };
}

async function startTestPostgres(run: RunFolder, say: Say): Promise<Environment> {
  const user = unprivilegedUser();
  const data = join(run.folder, 'postgres');
  mkdirSync(data, { mode: 0o700 });
  if (user) chownSync(data, user.uid, user.gid);
  const [port, password] = [await anyFreePort(), randomBytes(16).toString('hex')];
  const postgres = await startPostgres(
    {
      binaries: postgresBinaries(binariesHome(cacheFolder(), user)),
      data,
      port,
      password,
      user,
      settings: throwAwaySettings,
      log: join(run.folder, 'postgres.log'),
    },
    run.processes,
    say,
  );
  postgres.keep();
  await prepareDatabase({
    port,
    superuser: password,
    passwords: { migrator: password, app: password, worker: password },
    name: template,
    folder: join(root, 'migrations'),
    unfinished: false,
  });
  return {
    KEPT_TEST_ADMIN_URL: postgresUrl(port, 'postgres', password, 'postgres'),
    KEPT_TEST_TEMPLATE: template,
    KEPT_TEST_PASSWORD: password,
  };
}

/** The build bundled the workflows: test files need not, each for itself. Not used when the code did not compile. */
function workflowBundle(): Environment {
  const bundle = join(root, 'dist/worker/workflow-bundle.js');
  return existsSync(join(root, 'dist/.kept-built')) && existsSync(bundle) ? { KEPT_TEST_BUNDLE: bundle } : {};
}

const findTestTemporal = (run: RunFolder, say: Say): Promise<TemporalSource> =>
  findTemporal({
    environment: process.env,
    cache: cacheFolder(),
    logs: run.folder,
    processes: run.processes,
    say,
  });

/** A stack that a test starts finds the same command line at once. */
const cliOf = (source: TemporalSource): Environment =>
  source.kind === 'cli' ? { KEPT_TEMPORAL_CLI: source.path } : {};

async function startTestTemporal(run: RunFolder, say: Say): Promise<Environment> {
  const source = await findTestTemporal(run, say);
  if (source.kind === 'address') return { KEPT_TEST_TEMPORAL_ADDRESS: source.address };
  const port = await anyFreePort();
  const temporal = await startTemporal(
    {
      cli: source.path,
      server: source.server,
      folder: join(run.folder, 'temporal'),
      port,
      uiPort: undefined,
      namespace: 'default',
      durable: false,
      log: join(run.folder, 'temporal.log'),
    },
    run.processes,
    say,
  );
  temporal.keep();
  return { KEPT_TEST_TEMPORAL_ADDRESS: `127.0.0.1:${port}`, ...cliOf(source) };
}

async function built(run: RunFolder, builds: readonly Build[], say: Say): Promise<Environment> {
  await buildBrowsers(root, builds, run.folder, run.processes, say);
  return {};
}
