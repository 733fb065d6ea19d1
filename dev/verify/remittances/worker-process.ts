import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { root } from '../../stack/folders';
import { lastLines } from '../../stack/log-file';
import { anyFreePort } from '../../stack/ports';
import { processEnvironment } from '../../stack/environment';
import { startProgram } from '../../stack/program';
import { answersOk } from '../../stack/ready';
import type { RunFolder } from '../../test/run-folder';

const readyWithinMs = 40_000;

/** A worker as it runs in production, that can be killed. */
export interface WorkerProcess {
  /** kill -9; settled when it is gone. */
  strike(): Promise<void>;
}

/** Starts a worker, remembered in the run; settled when it says that it is ready. */
export async function aWorkerProcess(
  run: RunFolder,
  call: {
    readonly databaseUrl: string;
    readonly temporalAddress: string;
    readonly files: string;
    readonly secret: string;
  },
): Promise<WorkerProcess> {
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
  const name = `worker ${String(port)}`;
  const log = join(run.folder, `worker-${String(port)}.log`);
  const worker = await startProgram(
    {
      name,
      command: process.execPath,
      args: [join(root, 'dist/worker/main.js')],
      environment,
      folder: root,
      log,
      ending: { signal: 'SIGKILL', graceMs: 3000, last: false },
    },
    run.processes,
  );
  const ended = { how: '' };
  void worker.ended.then((how) => (ended.how = how));
  for (
    const until = Date.now() + readyWithinMs;
    !(await answersOk(`http://127.0.0.1:${port}/readyz`));
    await sleep(100)
  )
    if (ended.how !== '' || Date.now() > until)
      throw new Error(`the worker is not ready: ${ended.how}\n${lastLines(log)}`);
  return {
    async strike() {
      const pid = run.processes.pids()[name];
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
      await worker.ended;
    },
  };
}
