import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openDatabase } from '../../domain/database/database';
import { notifier } from '../../domain/database/notify';
import { root } from '../../dev/stack/folders';
import { anyFreePort } from '../../dev/stack/ports';
import { makeRunFolder } from '../../dev/test/run-folder';
import { testServices } from '../../dev/test/services';
import type { World } from '../../tests/builders/invented-practice';
import { quietRuntime } from '../../tests/builders/temporal';
import { cloneDatabase } from '../../tests/setup/test-database';

/** A Postgres, a Temporal and a vendor of this run's own, each a process; workers run in this one. */
export interface Setting {
  readonly world: World;
  readonly temporalAddress: string;
  readonly temporalPid: number;
  readonly sandboxUrl: string;
  readonly secret: string;
  end(): Promise<void>;
}

export async function aSetting(): Promise<Setting> {
  quietRuntime();
  const run = await makeRunFolder(join(root, '.kept/tests'));
  const told = await testServices(run, () => undefined)(['postgres', 'temporal']);
  Object.assign(process.env, told);
  const urls = await cloneDatabase();
  const poke = notifier(urls.app, 'kept_outbox');
  const world: World = {
    urls,
    app: openDatabase({ url: urls.app, name: 'kept bench', poolSize: 20, waitMs: 55_000, afterTelling: poke.poke }),
    worker: openDatabase({
      url: urls.worker,
      name: 'kept bench worker',
      poolSize: 30,
      answerMs: 75_000,
      prepares: true,
    }),
  };
  const port = await anyFreePort();
  const secret = 'of-the-bench-alone';
  const sandbox = spawn(process.execPath, [join(root, 'dist/dev/sandbox/main.js')], {
    env: {
      ...process.env,
      KEPT_MODE: 'development',
      KEPT_SANDBOX_PORT: String(port),
      KEPT_SANDBOX_FOLDER: join(run.folder, 'sandbox'),
      KEPT_SANDBOX_SECRET: secret,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    sandbox.stdout.once('data', () => resolve());
    sandbox.once('exit', (code) => reject(new Error(`the sandbox ended (${code})`)));
  });
  return {
    world,
    temporalAddress: told['KEPT_TEST_TEMPORAL_ADDRESS'] ?? '',
    temporalPid: run.processes.pids()['temporal'] ?? 0,
    sandboxUrl: `http://127.0.0.1:${port}`,
    secret,
    async end() {
      sandbox.removeAllListeners('exit').kill('SIGTERM');
      await poke.close();
      await world.app.close();
      await world.worker.close();
      await run.end();
    },
  };
}
