import { Client as TemporalClient, Connection } from '@temporalio/client';
import { NativeConnection, Worker, bundleWorkflowCode } from '@temporalio/worker';
import { standardTiming } from '../../domain/reminders/timing';
import { sandboxPort } from '../../integrations/sandbox/sandbox';
import { eventsUntilDone } from './events';
import { historyOf, relayOptions, someWorkers, until } from '../../tests/builders/temporal';
import { times } from '../../tests/builders/invented-practice';
import { asSuperuser } from '../../tests/builders/sql';
import { startRelay } from '../../worker/relay';
import { workflowId } from '../../workflows/contracts/ids';
import { bareActivities, bareRows, makeBareTable } from './bare-activities';
import { cpuDuring } from './cpu';
import { armedInTime, booked, dueAt, inBatches, patiently, plannedFor, sentOf } from './lives';
import type { Setting } from './setting';

export interface Measured {
  readonly what: string;
  readonly due: number;
  readonly sent: number;
  readonly lost: number;
  readonly doubled: number;
  /** CPU milliseconds of each, arming included. */
  readonly workerMs: number;
  readonly serverMs: number;
  readonly secondsToLast: number;
  readonly events: number;
}

const quiet = () => undefined;
const silent = { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet };
/** As the worker of the product. */
const settings = { maxCachedWorkflows: 1_500, stickyQueueScheduleToStartTimeout: '5s' } as const;

/** Timer and activity, and nothing else. */
export async function bareReminders(setting: Setting, count: number, leadMs: number): Promise<Measured> {
  const { urls } = setting.world;
  await makeBareTable(urls);
  const activities = bareActivities(urls);
  const taskQueue = 'bare';
  const { code } = await bundleWorkflowCode({ workflowsPath: require.resolve('./bare'), logger: silent });
  const connection = await NativeConnection.connect({ address: setting.temporalAddress });
  const client = new TemporalClient({ connection: await Connection.connect({ address: setting.temporalAddress }) });
  const worker = await Worker.create({ ...settings, connection, taskQueue, activities, workflowBundle: { code } });
  const running = worker.run();
  const start = (name: string, due: number) =>
    client.workflow.start('bare', { taskQueue, workflowId: name, args: [name, due] });
  await inBatches(
    times(50, (n) => n),
    async (n) => void (await start(`warm-${n}`, Date.now())),
  );
  await until(async () => (await bareRows(urls)) === 50);

  const due = Date.now() + leadMs;
  const used = await cpuDuring(setting.temporalPid, async () => {
    await inBatches(
      times(count, (n) => n),
      async (n) => void (await start(`bare-${n}`, due)),
    );
    armedInTime(due, 'bare');
    await patiently(async () => (await bareRows(urls)) === 50 + count);
    await client.workflow.getHandle(`bare-${count - 1}`).result();
  });
  const rows = (await bareRows(urls)) - 50;
  const last = await asSuperuser(urls, (sql) => sql.query<{ at: Date }>('select max(at) as at from public.bare'));
  const events = eventsUntilDone((await client.workflow.getHandle('bare-0').fetchHistory()).events ?? []);
  worker.shutdown();
  await running;
  await activities.close();
  await client.connection.close();
  await connection.close();
  return {
    what: 'bare: timer and activity',
    due: count,
    sent: rows,
    lost: count - rows,
    doubled: 0,
    workerMs: used.worker,
    serverMs: used.server,
    secondsToLast: ((last.rows[0]?.at.getTime() ?? 0) - due) / 1000,
    events,
  };
}

/** The product's own workflow, relay, claim, call over HTTP and record, of reminders that are due at one instant. */
export async function keptReminders(setting: Setting, count: number, leadMs: number): Promise<Measured> {
  const { world } = setting;
  const taskQueue = 'core-bench';
  const worker = await someWorkers(world, taskQueue, {
    worker: { address: setting.temporalAddress },
    deps: {
      timing: standardTiming,
      ports: {
        sms: sandboxPort({ url: setting.sandboxUrl, channel: 'sms', repeat: 'keyed', secret: setting.secret }),
      },
    },
  });
  const warm = await booked(world, 50);
  await dueAt(world.urls, warm.practices, Date.now());
  const relay = startRelay({ ...relayOptions(world, worker.temporal, taskQueue), pollMs: 500 });
  await patiently(async () => (await sentOf(setting, warm.ids)).size === 50);
  await relay.close();

  const lives = await booked(world, count);
  const due = Date.now() + leadMs;
  await dueAt(world.urls, lives.practices, due);
  const measuring = startRelay({ ...relayOptions(world, worker.temporal, taskQueue), pollMs: 500 });
  const used = await cpuDuring(setting.temporalPid, async () => {
    await patiently(async () => (await plannedFor(world.urls, lives.practices, 'reminder_1h')) === count);
    armedInTime(due, 'Kept');
    await patiently(async () => (await plannedFor(world.urls, lives.practices, 'ask_missing')) === count);
    const handle = worker.temporal.workflow.getHandle(workflowId.appointment(lives.ids.at(-1) ?? ''));
    await until(async () => (await handle.describe()).historyLength >= 17);
  });
  await measuring.close();
  const got = await sentOf(setting, lives.ids);
  const settledAt = await asSuperuser(world.urls, (sql) =>
    sql.query<{ at: Date }>('select max(settled_at) as at from kept.messages where practice_id = any($1)', [
      lives.practices.map(({ id }) => id),
    ]),
  );
  const lengths = await Promise.all(
    lives.ids.slice(0, 50).map(async (id) => eventsUntilDone(await historyOf(worker.temporal, id))),
  );
  await worker.close();
  return {
    what: 'Kept: a reminder whole',
    due: count,
    sent: got.size,
    lost: count - got.size,
    doubled: [...got.values()].filter((times) => times > 1).length,
    workerMs: used.worker,
    serverMs: used.server,
    secondsToLast: ((settledAt.rows[0]?.at.getTime() ?? 0) - due) / 1000,
    events: Math.min(...lengths), // a busy machine adds tasks that timed out
  };
}
