import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../stack/folders';
import { anyFreePort } from '../../stack/ports';
import { processEnvironment } from '../../stack/environment';
import { answersOk } from '../../stack/ready';

/** A worker as it runs in production, that can be killed. */
export interface WorkerProcess {
  /** kill -9; settled when it is gone. */
  strike(): Promise<void>;
}

/** Starts a worker; settled when it says that it is ready. */
export async function aWorkerProcess(call: {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly files: string;
  readonly secret: string;
}): Promise<WorkerProcess> {
  const port = await anyFreePort();
  const environment = processEnvironment(process.env, {
    KEPT_MODE: 'development',
    KEPT_WORKER_DATABASE_URL: call.databaseUrl,
    KEPT_TEMPORAL_ADDRESS: call.temporalAddress,
    KEPT_TEMPORAL_NAMESPACE: 'default',
    KEPT_PAYLOAD_KEYS: `verify:${call.secret}`,
    KEPT_LINK_KEYS: `verify:${call.secret}`,
    KEPT_PORTAL_ORIGIN: 'http://localhost:1',
    KEPT_STORAGE: pathToFileURL(call.files).href,
    KEPT_WORKER_PRIVATE_PORT: String(port),
    KEPT_SWEEP_SECONDS: '5',
  });
  const child = spawn(process.execPath, [join(root, 'dist/worker/main.js')], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  process.once('exit', () => child.kill('SIGKILL'));
  await ready(child, port);
  return {
    async strike() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the worker ended with ${child.exitCode}`);
    if (await answersOk(`http://127.0.0.1:${port}/readyz`)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the worker is not ready after 40 s');
}
