import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { root } from '../../dev/stack/folders';
import { lastLines } from '../../dev/stack/log-file';
import { anyStackPort } from '../../dev/stack/ports';
import { exitCode } from '../../dev/stack/program';
import type { RunFile } from '../../dev/stack/run-file';

/** A whole Kept with the demo practice, on ports of its own; what it prints for scripts. */
export interface StartedStack extends RunFile {
  /** The sign-in of the first person with that role. */
  login(role: string): RunFile['logins'][number];
  /** Where it keeps everything: logs, secrets. */
  readonly folder: string;
}

const startMs = 180_000;

/** `test` with a started stack: one per worker, ended with it. `page.goto('/')` is the console. */
export const test = base.extend<object, { stack: StartedStack }>({
  stack: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'kept-journeys-'));
      chmodSync(folder, 0o711);
      const stack = await startIn(folder);
      await use(stack.started);
      await stack.end();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: startMs },
  ],
  baseURL: async ({ stack }, use) => use(stack.consoleUrl),
});

async function startIn(folder: string): Promise<{ started: StartedStack; end(): Promise<void> }> {
  const port = await anyStackPort();
  const child = spawn(
    process.execPath,
    [join(root, 'dist/dev/stack/main.js'), '--port', String(port), '--no-ui', '--quiet'],
    {
      env: { ...process.env, KEPT_STATE_FOLDER: folder, KEPT_STARTED_BY: '', KEPT_DEMO: 'small' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  const ended = exitCode(child);
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Kept is ready')) resolve();
      });
    }
    void ended.then((code) => reject(new Error(`the stack did not start (${code}): ${said}${logsIn(folder)}`)));
  });
  const run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as RunFile;
  return {
    started: { ...run, folder, login: (role) => loginOf(run, role) },
    async end() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function loginOf(run: RunFile, role: string): RunFile['logins'][number] {
  const found = run.logins.find((one) => one.role === role);
  if (!found)
    throw new Error(`the demo practice has no ${role}; it has: ${run.logins.map((one) => one.role).join(', ')}`);
  return found;
}

function logsIn(folder: string): string {
  const logs = ['api', 'worker'].map((name) => join(folder, 'logs', `${name}.log`));
  return logs
    .filter((file) => existsSync(file))
    .map((file) => `\n${file}:\n${lastLines(file)}`)
    .join('');
}
