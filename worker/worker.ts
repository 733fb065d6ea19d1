import { Client as TemporalClient, Connection } from '@temporalio/client';
import {
  NativeConnection,
  type WorkflowBundleOption,
  Worker,
  type WorkerOptions as TemporalWorkerOptions,
} from '@temporalio/worker';
import { type ActivityDeps, createActivities } from '../activities/activities';
import { type Log, errorFields } from '../integrations/log/logger';
import { type SideQueue, sideQueueOf, sideQueues } from '../workflows/contracts/ids';
import { connectionTo } from '../integrations/temporal/connection';
import { alive, aliveInterceptor } from './alive';
import { dataConverterWith } from './payload/data-converter';
import type { PayloadKey } from './payload/codec';
import { activityInterceptor, clientInterceptor } from './payload/interceptors';

export interface WorkerOptions {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly payloadKeys: readonly PayloadKey[];
  readonly workflowBundle: WorkflowBundleOption;
  readonly deps: ActivityDeps;
  readonly log: Log;
  readonly shutdownSeconds: number;
}

export interface RunningWorker {
  readonly temporal: TemporalClient;
  /** Rejects when a worker fails for good. */
  readonly ended: Promise<void>;
  /** Takes no more tasks, lets those under way end, then ends. */
  close(): Promise<void>;
}

/** Open appointments live in Postgres; only so many workflows are cached, the others replay. */
const maxCachedWorkflows = 1_500;
/** A worker killed with -9 delays its workflows by this; shorter backfires in bursts. */
const stickyQueueScheduleToStartTimeout = '5s';

/** How many activities of a side queue one process runs at a time. */
const atOnce: Readonly<Record<SideQueue, number>> = { messages: 60, edi: 8 };

/**
 * The workers of one process: workflows with their planning on the core queue, activities that call vendors on their own.
 * @throws when the server cannot be reached: the caller tries again
 */
export async function startWorkers(options: WorkerOptions): Promise<RunningWorker> {
  const dataConverter = dataConverterWith(options.payloadKeys);
  const connection = await NativeConnection.connect(connectionTo(options.address));
  const clientConnection = await Connection.connect({ ...connectionTo(options.address), connectTimeout: '5s' });
  const temporal = new TemporalClient({
    connection: clientConnection,
    namespace: options.namespace,
    dataConverter,
    interceptors: { workflow: [clientInterceptor] },
  });
  const failed = (id: string, error: unknown) => options.log.error('posting.failed', { ...errorFields(error), id });
  const activities = createActivities({ alive, failed, ...options.deps });
  const common = {
    connection,
    namespace: options.namespace,
    dataConverter,
    activities,
    interceptors: {
      activity: [(context) => ({ inbound: aliveInterceptor(context) }), () => ({ inbound: activityInterceptor })],
    },
    shutdownGraceTime: `${options.shutdownSeconds} seconds`,
    shutdownForceTime: `${options.shutdownSeconds + 10} seconds`,
  } satisfies Partial<TemporalWorkerOptions>;
  const workers = [
    await Worker.create({
      ...common,
      taskQueue: options.taskQueue,
      workflowBundle: options.workflowBundle,
      maxCachedWorkflows,
      stickyQueueScheduleToStartTimeout,
    }),
    ...(await Promise.all(
      sideQueues.map((side) =>
        Worker.create({
          ...common,
          taskQueue: sideQueueOf(options.taskQueue, side),
          maxConcurrentActivityTaskExecutions: atOnce[side],
        }),
      ),
    )),
  ];
  const running = Promise.all(workers.map((worker) => worker.run())).then(() => undefined);
  running.catch((error: unknown) => options.log.error('worker.failed', errorFields(error)));
  return {
    temporal,
    ended: running,
    async close() {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await running.catch(() => undefined);
      await clientConnection.close();
      await connection.close();
    },
  };
}
