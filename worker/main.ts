import path from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { openDatabase } from '../domain/database/database';
import { notifier } from '../domain/database/notify';
import { SchemaMismatch, assertCompatible } from '../domain/database/parity';
import { linkToken } from '../domain/portal/link-token';
import { standardTiming } from '../domain/reminders/timing';
import { workerSettings } from '../domain/process-settings';
import { SettingsError, readSettings } from '../domain/settings';
import { servePrivately } from '../integrations/health/private-server';
import { lastWords } from '../integrations/log/last-words';
import { type Log, errorFields, openLog } from '../integrations/log/logger';
import { clearinghouseFrom } from '../integrations/clearinghouse/clearinghouse-from';
import { messagePortsFrom } from '../integrations/message-ports-from';
import { withHeldFile } from '../integrations/storage/hold-file';
import { storageFrom } from '../integrations/storage/storage-from';
import { coreQueue } from '../workflows/contracts/ids';
import { answersOf } from './answers';
import { bundlePath } from './bundle';
import { workerHealth } from './health';
import { every } from './periodic';
import { startRelay } from './relay';
import { sealAudit } from './seal';
import { letClaimsLeave } from './departures';
import { sweep } from './sweep';
import { type RunningWorker, type WorkerOptions, startWorkers } from './worker';

/** The worker process: workflows and activities, the relay, the sweep and the audit's sealer. Composition root. */
async function main(): Promise<void> {
  const settings = readSettings(process.env, workerSettings);
  const log = openLog({ name: 'worker', level: settings.KEPT_LOG_LEVEL });
  lastWords(log);
  // what the settings name is looked at before anything is opened
  const ports = messagePortsFrom(settings);
  const storage = storageFrom(settings);
  const clearinghouse = clearinghouseFrom(settings);
  Runtime.install({
    logger: engineLog(log),
    telemetryOptions: { logging: { forward: {}, filter: 'WARN' } },
    shutdownSignals: [],
  });
  const url = settings.KEPT_WORKER_DATABASE_URL;
  const outbox = notifier(url, 'kept_outbox');
  const database = openDatabase({
    url,
    name: 'kept worker',
    poolSize: 30,
    answerMs: 75_000,
    prepares: true,
    afterTelling: outbox.poke,
  });
  const migrations = path.join(__dirname, '../../migrations');
  await assertCompatible(database, migrations);
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const toldSeconds = new Histogram({
    name: 'kept_outbox_seconds',
    help: 'Seconds from a commit to its workflow being told',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.3, 1, 5, 30, 120],
    registers: [metrics],
  });
  const waiting = new Gauge({
    name: 'kept_outbox_waiting',
    help: 'Rows that wait in the outbox',
    registers: [metrics],
  });
  const parked = new Gauge({
    name: 'kept_outbox_parked',
    help: 'Rows that were given up and need a person',
    registers: [metrics],
  });

  const answers = clearinghouse && answersOf({ database, storage, clearinghouse, hold: withHeldFile, log });
  const holder: { workers?: RunningWorker } = {};
  const own = await servePrivately({
    host: settings.KEPT_PRIVATE_HOST,
    port: settings.KEPT_WORKER_PRIVATE_PORT,
    metrics,
    ...workerHealth({ database, migrations, storage, ports, answers, temporal: () => holder.workers?.temporal }),
  });
  const ending = endingSignal(log);
  const workers = await startPatiently(
    {
      address: settings.KEPT_TEMPORAL_ADDRESS,
      namespace: settings.KEPT_TEMPORAL_NAMESPACE,
      taskQueue: coreQueue,
      payloadKeys: settings.KEPT_PAYLOAD_KEYS,
      workflowBundle: { codePath: bundlePath },
      shutdownSeconds: settings.KEPT_SHUTDOWN_SECONDS,
      log,
      deps: {
        database,
        ports,
        storage,
        clearinghouse,
        timing: standardTiming,
        linkFor: (messageId) => `${settings.KEPT_PORTAL_ORIGIN}/a/${linkToken(messageId, settings.KEPT_LINK_KEYS)}`,
      },
    },
    log,
    ending,
  );
  if (workers) {
    holder.workers = workers;
    const relay = startRelay({
      database,
      listenUrl: url,
      temporal: workers.temporal,
      taskQueue: coreQueue,
      log,
      observe: (seconds) => toldSeconds.observe(seconds),
    });
    const periodic = [
      every(settings.KEPT_SWEEP_SECONDS, 'sweep', log, async () => {
        const told = await sweep(database);
        if (told > 0) log.warn('sweep.told', { count: told });
      }),
      ...(answers ? [every(settings.KEPT_CLEARINGHOUSE_POLL_SECONDS, 'answers', log, () => answers.collect())] : []),
      ...(clearinghouse
        ? [every(60, 'departures', log, () => letClaimsLeave({ database, vendor: clearinghouse.vendor, log }))]
        : []),
      every(settings.KEPT_SEAL_SECONDS, 'seal', log, () => sealAudit(database, storage)),
      every(10, 'outbox', log, async () => {
        const { rows } = await database.kernel.raw<{ rows: { waiting: number; parked: number }[] }>(
          'select waiting, parked from kernel.outbox_state()',
        );
        waiting.set(rows[0]?.waiting ?? 0);
        parked.set(rows[0]?.parked ?? 0);
      }),
      every(3600, 'limits', log, () => database.kernel.raw('select kernel.forget_old_limits()')),
    ];
    log.info('started', { queue: coreQueue });
    await Promise.race([ending.told, workers.ended]);
    await Promise.all(periodic.map((one) => one.close()));
    await relay.close();
    await workers.close();
  }
  await own.close();
  await outbox.close();
  await database.close();
}

interface Ending {
  readonly told: Promise<void>;
  isTold(): boolean;
}

function endingSignal(log: Log): Ending {
  let told = false;
  return {
    told: new Promise<void>((resolve) => {
      const end = (signal: string) => {
        if (!told) log.info('ending', { signal });
        told = true;
        resolve();
      };
      process.on('SIGTERM', end);
      process.on('SIGINT', end);
    }),
    isTold: () => told,
  };
}

/** The server may come later than we do: bookings go on without it, and their workflows are told when it is there. */
async function startPatiently(options: WorkerOptions, log: Log, ending: Ending): Promise<RunningWorker | undefined> {
  for (let wait = 250; !ending.isTold(); wait = Math.min(wait * 2, 5_000)) {
    try {
      return await startWorkers(options);
    } catch (error) {
      log.warn('temporal.unreachable', errorFields(error));
      await Promise.race([ending.told, new Promise((resolve) => setTimeout(resolve, wait))]);
    }
  }
  return undefined;
}

/** What the engine says of itself: its level and nothing of its text, which may repeat what a workflow was given. */
const engineLog = (log: Log) =>
  new DefaultLogger('WARN', ({ level, meta }) => {
    const event = 'engine.said';
    const fields = { kind: level, code: errorCode(meta) };
    if (level === 'ERROR') log.error(event, fields);
    else log.warn(event, fields);
  });

const errorCode = (meta: unknown): string | undefined => {
  const error = (meta as { error?: unknown } | undefined)?.error;
  return error instanceof Error ? error.name : undefined;
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const line =
      error instanceof SettingsError || error instanceof SchemaMismatch
        ? error.message
        : JSON.stringify({ event: 'start.failed', ...errorFields(error) });
    process.stderr.write(`worker: ${line}\n`);
    process.exit(1);
  },
);
