import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '@temporalio/client';
import { temporalCli, startTemporalProcess } from '../dev/verify/kill/temporal-process';
import { anyFreePort } from '../dev/stack/ports';
import { closeAfterEach } from '../tests/builders/closing';
import { change, moveTo, planned, settled, stepOf } from '../tests/builders/flow';
import { aPractice, aWorld, anAppointment } from '../tests/builders/practice';
import { oneText } from '../tests/builders/protocol';
import { anEngine, historyOf, until } from '../tests/builders/temporal';

/** A server that suggests to begin anew at 60 events, not at 4,096: the same code, in a minute's life instead of years. */
const limits = { 'limit.historyCount.suggestContinueAsNew': '60' };

const closing = closeAfterEach();
const world = aWorld();
let server: Awaited<ReturnType<typeof startTemporalProcess>>;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kept-can-'));
  server = await startTemporalProcess({
    cli: await temporalCli(folder),
    folder,
    port: await anyFreePort(),
    settings: limits,
  });
});
afterAll(async () => {
  const ended = new Promise((resolve) => server.child.once('exit', resolve));
  server.child.kill('SIGKILL');
  await ended;
  await rm(folder, { recursive: true, force: true });
});

// There are no updates here: a change is a row and a signal.
test('CAN with an update in flight', async () => {
  const engine = closing(await anEngine(world(), { worker: { address: server.address }, relay: { pollMs: 10 } }));
  const practice = await aPractice(world(), { policy: oneText });
  const id = await anAppointment(practice);
  await planned(practice, id, 'reminder_1h');
  let version = 1;
  const enough = new AbortController();
  const changing = async () => {
    while (!enough.signal.aborted) version = await change(practice, id);
  };
  const watching = async () => {
    await until(async () => (await begunAnew(engine.worker.temporal, id)) >= 3);
    enough.abort();
  };
  await Promise.all([changing(), watching()]);
  await until(async () => (await stepOf(practice, id))?.planned_version === version); // no change was lost on the way
  await moveTo(practice, id, 300);
  expect(await settled(practice, id)).toMatchObject([{ state: 'sent' }]);
});

/** How often it has begun anew: each run knows the one before it. */
async function begunAnew(client: Client, id: string, runId?: string): Promise<number> {
  const [first] = await historyOf(client, id, runId);
  const before = first?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
  return before ? 1 + (await begunAnew(client, id, before)) : 0;
}
