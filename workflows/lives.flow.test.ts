import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anyFreePort } from '../dev/stack/ports';
import { startTemporalProcess, temporalCli } from '../dev/verify/kill/temporal-process';
import { recordable } from '../tests/builders/histories';
import { lives, liveOnce } from '../tests/builders/lives';
import { aWorld } from '../tests/builders/practice';
import { failureOf } from '../tests/builders/replay';
import { type TestEngine, anEngine, quickTiming } from '../tests/builders/temporal';
import { workflowId } from './contracts/ids';

/** `npm run generate -- histories [name]` runs this file and keeps what was lived, for the replay gate. */
const folder = process.env['KEPT_RECORD_HISTORIES'];

const world = aWorld();
let server: Awaited<ReturnType<typeof startTemporalProcess>>;
let home: string;
let engine: TestEngine;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'kept-lives-'));
  server = await startTemporalProcess({
    cli: await temporalCli(home),
    folder: home,
    port: await anyFreePort(),
    settings: { 'limit.historyCount.suggestContinueAsNew': '60' },
  });
  engine = await anEngine(world(), {
    worker: { address: server.address },
    deps: { timing: { ...quickTiming, callMs: 2_000, leaseMs: 6_000 } },
  });
});
afterAll(async () => {
  await engine.stop();
  const ended = new Promise((resolve) => server.child.once('exit', resolve));
  server.child.kill('SIGKILL');
  await ended;
  await rm(home, { recursive: true, force: true });
});

test.each(Object.keys(lives))('%s: what is lived now replays', async (name) => {
  const runs = await liveOnce(name, { world: world(), engine });
  for (const run of runs) {
    const handle = engine.worker.temporal.workflow.getHandle(workflowId.appointment(run.id), run.runId);
    const history = recordable(await handle.fetchHistory());
    expect(await failureOf(history, run.id)).toBeUndefined();
    if (folder === undefined) continue;
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, `${run.name}.json`), `${JSON.stringify(history)}\n`);
  }
});
