import { spawnSync } from 'node:child_process';
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../stack/folders';
import { readIfThere } from '../stack/owner-file';
import { anyStackPort } from '../stack/ports';
import type { RunFile } from '../stack/run-file';
import { npmStart, type NpmStart } from './npm-start';
import { residentsOf } from './residents';

const say = (line: string) => void process.stdout.write(`   ${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'kept verify '));
const clone = join(folder, 'the clone');

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
    for (const one of residentsOf(folder)) process.kill(one.pid, 'SIGKILL');
    process.exit(1);
  },
);

async function main(): Promise<void> {
  chmodSync(folder, 0o711);
  cloneHere();
  const args = ['--port', String(await anyStackPort())];

  const first = npmStart(clone, args);
  const run = await timed('first start, packages and compiling included', first);
  await everythingAnswers(run);
  const memory = residentsOf(clone).reduce((sum, one) => sum + one.megabytes, 0);
  say(`memory of all processes: ${Math.round(memory)} MB`);
  assert.ok(memory < 1500, 'at most 1.5 GB resident');

  const second = npmStart(clone, args);
  assert.equal(await second.ended, 1);
  assert.match(second.output(), new RegExp(`runs already[^]*${run.consoleUrl}`));
  say('a second start is refused and names the addresses of the first');

  temporal(run, 'start', '--type', 'sleeper', '--task-queue', 'nobody', '--workflow-id', 'verify-start');
  process.kill(run.pids['api'] ?? 0, 'SIGKILL');
  await waitUntil('the api runs again', () => answers(`${run.consoleUrl}/`));
  await dieAndRecover(first, run, args);

  const warm = npmStart(clone, args, {}, offline());
  const again = await timed(offline().length > 0 ? 'warm start without a network' : 'warm start', warm);
  assert.deepEqual(again.logins, run.logins, 'the practice is the same');
  warm.interrupt();
  await warm.ended;
  await nothingIsLeft();
  rmSync(folder, { recursive: true, force: true });
}

/** The parent is killed with -9; the next start cleans up, and what Temporal was told is still there. */
async function dieAndRecover(first: NpmStart, run: RunFile, args: readonly string[]): Promise<void> {
  process.kill(run.pids['stack'] ?? 0, 'SIGKILL');
  await first.ended;
  assert.ok(residentsOf(clone).length > 0, 'a killed stack leaves processes behind');
  const next = npmStart(clone, args);
  const recovered = await timed('start after kill -9', next);
  assert.match(next.output(), /was killed: ending what it left/);
  assert.deepEqual(recovered.logins, run.logins);
  await everythingAnswers(recovered);
  assert.match(temporal(recovered, 'describe', '--workflow-id', 'verify-start', '--output', 'json'), /STATUS_RUNNING/);
  say('what Temporal was told before is still there');
  process.kill(next.pid, 'SIGTERM');
  await next.ended;
  await nothingIsLeft();
  say('SIGTERM to npm ends everything');
}

/** Asks the stack's own server, with the command line that runs it. */
function temporal(run: RunFile, what: string, ...words: readonly string[]): string {
  const [cli = ''] = (readIfThere(`/proc/${run.pids['temporal']}/cmdline`) ?? '').split('\0');
  const args = ['workflow', what, '--address', run.temporalAddress, ...words];
  const { status, stdout, stderr } = spawnSync(cli, args, { encoding: 'utf8', timeout: 30_000 });
  assert.equal(status, 0, stderr);
  return stdout;
}

function cloneHere(): void {
  const { status, stderr } = spawnSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
}

async function timed(what: string, start: NpmStart): Promise<RunFile> {
  const began = Date.now();
  const run = await start.ready();
  const [, own] = /Kept is ready \(([\d.]+) s\)/.exec(start.output()) ?? [];
  say(`${what}: ${((Date.now() - began) / 1000).toFixed(1)} s (by its own word ${own} s)`);
  return run;
}

async function everythingAnswers(run: RunFile): Promise<void> {
  for (const url of [run.consoleUrl, run.portalUrl, run.sandboxUrl, run.temporalUiUrl ?? '']) {
    assert.ok(await answers(url), `${url} answers`);
  }
  for (const name of ['stack', 'postgres', 'temporal', 'sandbox', 'payer', 'api', 'worker'])
    assert.ok(run.pids[name], name);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).status < 500;
  } catch {
    return false; // not there (yet)
  }
}

const nothingIsLeft = () => waitUntil('every process has ended', async () => residentsOf(clone).length === 0);

async function waitUntil(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(100)) if (await isSo()) return;
  assert.fail(
    `${what}; but: ${residentsOf(clone)
      .map((one) => one.command)
      .join('\n')}`,
  );
}

/** A name space without a network, where we may make one. */
function offline(): readonly string[] {
  const words = ['unshare', '--net', '/bin/sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
  const [command = '', ...args] = words;
  return spawnSync(command, [...args, 'true']).status === 0 ? words : [];
}
