import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { ActivityDeps } from '../../activities/activities';
import type { HandOverTiming } from '../../domain/claims/hand-over-timing';
import { type Timing, standardTiming } from '../../domain/reminders/timing';
import { openLog } from '../../integrations/log/logger';
import { type Relay, type RelayOptions, startRelay } from '../../worker/relay';
import { type RunningWorker, type WorkerOptions, startWorkers } from '../../worker/worker';
import { workflowId } from '../../workflows/contracts/ids';
import type { World } from './invented-practice';
import { type TestClearinghouse, aClearinghouse, someStorage } from './clearinghouse';
import { type TestVendor, aVendor } from './vendor';

/** Times of the protocol, short enough for a test to see each of them pass. */
export const quickTiming: Timing = {
  ...standardTiming,
  callMs: 1_500,
  leaseMs: 4_000,
  lookupWaitMs: 600,
  lookupEveryMs: 200,
  backoffMs: 50,
  recordMs: 5_000,
};

/** Times of a hand-over, short enough for a test to see each of them pass. */
export const quickHandOver: HandOverTiming = {
  callMs: 1_500,
  leaseMs: 3_000,
  firstWaitMs: 50,
  longestWaitMs: 400,
  recordMs: 5_000,
};

export const testAddress = (): string => process.env['KEPT_TEST_TEMPORAL_ADDRESS'] ?? '';
export const testKey = { id: 'test', secret: Buffer.alloc(32, 7) };

export interface TestEngine {
  readonly vendor: TestVendor;
  readonly house: TestClearinghouse;
  readonly worker: RunningWorker;
  readonly relay: Relay;
  readonly taskQueue: string;
  stop(): Promise<void>;
}

export interface EngineWishes {
  readonly vendor?: TestVendor;
  readonly house?: TestClearinghouse;
  readonly deps?: Partial<ActivityDeps>;
  readonly relay?: Partial<RelayOptions>;
  readonly worker?: Partial<WorkerOptions>;
  readonly taskQueue?: string;
}

const log = openLog({ name: 'test', level: process.env['KEPT_TEST_LOG'] ?? 'silent' });

let quiet = false;
/** Workers that tests take the server away from complain; the tests look at what happens instead. */
export function quietRuntime(): void {
  const level = process.env['KEPT_TEST_LOG'] ? 'DEBUG' : 'ERROR';
  if (!quiet)
    Runtime.install({
      logger: new DefaultLogger(level, (entry) => {
        if (process.env['KEPT_TEST_LOG']) console.error(entry.level, entry.message, entry.meta);
      }),
      telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
    });
  quiet = true;
}

export const aTaskQueue = (): string => `core-${randomBytes(6).toString('hex')}`;

/** Workers and a relay on a task queue of their own, against the run's Temporal server. */
export async function anEngine(world: World, given: EngineWishes = {}): Promise<TestEngine> {
  const [vendor, house] = [given.vendor ?? aVendor(), given.house ?? aClearinghouse()];
  const taskQueue = given.taskQueue ?? aTaskQueue();
  const worker = await someWorkers(world, taskQueue, { ...given, vendor, house });
  const relay = startRelay({ ...relayOptions(world, worker.temporal, taskQueue), ...given.relay });
  return {
    vendor,
    house,
    worker,
    relay,
    taskQueue,
    async stop() {
      await relay.close();
      await worker.close();
    },
  };
}

/** The workers alone: what is committed is told by nobody. */
export function someWorkers(world: World, taskQueue: string, given: EngineWishes = {}): Promise<RunningWorker> {
  quietRuntime();
  return startWorkers({
    address: testAddress(),
    namespace: 'default',
    taskQueue,
    payloadKeys: [testKey],
    workflowBundle: { codePath: process.env['KEPT_TEST_BUNDLE'] ?? '' },
    log,
    shutdownSeconds: 2,
    ...given.worker,
    deps: {
      database: world.worker,
      ports: (given.vendor ?? aVendor()).ports,
      clearinghouse: (given.house ?? aClearinghouse()).port,
      handOver: quickHandOver,
      storage: someStorage(),
      timing: quickTiming,
      spreadSeconds: 0,
      linkFor: (id) => `https://portal.example.org/a/${id}`,
      ...given.deps,
    },
  });
}

export const relayOptions = (world: World, temporal: Client, taskQueue: string): RelayOptions => ({
  database: world.worker,
  listenUrl: world.urls.worker,
  temporal,
  taskQueue,
  log,
  pollMs: 50,
});

/** A client without a key: it sees what is on the wire. */
export async function aRawClient(): Promise<Client> {
  return new Client({ connection: await Connection.connect({ address: testAddress() }) });
}

type Event = temporal.api.history.v1.IHistoryEvent;

/** What is recorded of an appointment's workflow, by default of its last run. */
export const historyOf = (client: Client, id: string, runId?: string): Promise<readonly Event[]> =>
  historyOfRun(client, workflowId.appointment(id), runId);

/** The same of any workflow. */
export async function historyOfRun(client: Client, workflow: string, runId?: string): Promise<readonly Event[]> {
  const history = await client.workflow.getHandle(workflow, runId).fetchHistory();
  return history.events ?? [];
}

/** How often each type of event is in a history: `{ TIMER_STARTED: 2, … }`. */
export function countEvents(history: readonly Event[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { eventType } of history) {
    const name = temporal.api.enums.v1.EventType[eventType ?? 0]?.replace('EVENT_TYPE_', '') ?? 'UNSPECIFIED';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** Waits until something is true, looking often, at most for a minute: a busy machine is no reason to fail. */
export async function until<T>(look: () => Promise<T | undefined | null | false>): Promise<T> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 25))) {
    const seen = await look();
    if (seen) return seen;
  }
  throw new Error(`not true within a minute: ${look.toString()}`);
}
