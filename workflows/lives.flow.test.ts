import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anyFreePort } from '../dev/stack/ports';
import { startTemporalProcess, temporalCli } from '../dev/verify/kill/temporal-process';
import { recordable } from '../tests/builders/histories';
import { lives } from '../tests/builders/lives';
import { aWorld } from '../tests/builders/practice';
import { failureOf } from '../tests/builders/replay';
import { aStorage } from '../tests/builders/storage';
import { type TestEngine, anEngine, quickTiming } from '../tests/builders/temporal';

/** `npm run generate -- histories [name]` runs this file and keeps what was lived and is not kept yet, for the replay gate. */
const folder = process.env['KEPT_RECORD_HISTORIES'];

let server: Awaited<ReturnType<typeof startTemporalProcess>>;
let home: string;
let engine: TestEngine;
// before the database goes, which is closed next
afterAll(async () => {
  await engine.stop();
  const ended = new Promise((resolve) => server.child.once('exit', resolve));
  server.child.kill('SIGKILL');
  await ended;
  await rm(home, { recursive: true, force: true });
});
const world = aWorld();
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
    deps: { storage: aStorage(), timing: { ...quickTiming, callMs: 2_000, leaseMs: 6_000 } },
  });
});

test.each(Object.entries(lives))('%s: what is lived now replays', async (_, live) => {
  const runs = await live({ world: world(), engine });
  for (const run of runs) {
    const handle = engine.worker.temporal.workflow.getHandle(run.workflowId, run.runId);
    const history = recordable(await handle.fetchHistory());
    expect(await failureOf(history, run.workflowId)).toBeUndefined();
    if (folder !== undefined) await keep(path.join(folder, `${run.name}.json`), `${JSON.stringify(history)}\n`);
  }
});

/** What released code has recorded stays: it is what runs that are open look like. */
async function keep(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
