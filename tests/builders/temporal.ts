import { randomBytes } from 'node:crypto';
import type { WorkflowBundleOption } from '@temporalio/worker';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { AppointmentDeps } from '../../activities/appointment';
import { type Timing, standardTiming } from '../../domain/reminders/timing';
import { openLog } from '../../integrations/log/logger';
import { bundleWorkflows } from '../../worker/bundle';
import { type Relay, type RelayOptions, startRelay } from '../../worker/relay';
import { type RunningWorker, startWorkers } from '../../worker/worker';
import type { World } from './practice';
import { type TestVendor, aVendor } from './vendor';

/** Times of the protocol, short enough for a test to see each of them pass. */
export const quickTiming: Timing = {
  ...standardTiming,
  callMs: 400,
  leaseMs: 900,
  lookupWaitMs: 600,
  lookupEveryMs: 200,
  backoffMs: 50,
  recordMs: 5_000,
};

export interface TestEngine {
  readonly vendor: TestVendor;
  readonly worker: RunningWorker;
  readonly relay: Relay;
  readonly taskQueue: string;
  stop(): Promise<void>;
}

const log = openLog({ name: 'test', level: process.env['KEPT_TEST_LOG'] ?? 'silent' });
let bundle: Promise<WorkflowBundleOption> | undefined;
/** Built once per process; a run of all tests builds it once for all of them. */
export function testBundle(): Promise<WorkflowBundleOption> {
  const built = process.env['KEPT_TEST_BUNDLE'];
  if (built) return Promise.resolve({ codePath: built });
  return (bundle ??= bundleWorkflows());
}

let quiet = false;
function quietRuntime(): void {
  if (!quiet)
    Runtime.install({
      logger: new DefaultLogger(process.env['KEPT_TEST_LOG'] ? 'DEBUG' : 'ERROR'),
      telemetryOptions: { logging: { filter: 'ERROR' } },
    });
  quiet = true;
}

/** Workers and a relay on a task queue of their own, against the run's Temporal server. */
export async function anEngine(
  world: World,
  given: {
    readonly vendor?: TestVendor;
    readonly deps?: Partial<AppointmentDeps>;
    readonly relay?: Partial<RelayOptions>;
    readonly taskQueue?: string;
  } = {},
): Promise<TestEngine> {
  quietRuntime();
  const vendor = given.vendor ?? aVendor();
  const taskQueue = given.taskQueue ?? `core-${randomBytes(6).toString('hex')}`;
  const worker = await startWorkers({
    address: process.env['KEPT_TEST_TEMPORAL_ADDRESS'] ?? '',
    namespace: 'default',
    taskQueue,
    payloadKeys: [{ id: 'test', secret: Buffer.alloc(32, 7) }],
    workflowBundle: await testBundle(),
    log,
    shutdownSeconds: 2,
    deps: {
      database: world.worker,
      ports: vendor.ports,
      timing: quickTiming,
      spreadSeconds: 0,
      linkFor: (id) => `https://portal.example.org/a/${id}`,
      ...given.deps,
    },
  });
  const relay = startRelay({
    database: world.worker,
    listenUrl: world.urls.worker,
    temporal: worker.temporal,
    taskQueue,
    log,
    pollMs: 50,
    ...given.relay,
  });
  return {
    vendor,
    worker,
    relay,
    taskQueue,
    async stop() {
      await relay.close();
      await worker.close();
    },
  };
}

/** Waits until something is true, looking often; the test's own time-out is the bound. */
export async function until<T>(look: () => Promise<T | undefined | null | false>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
