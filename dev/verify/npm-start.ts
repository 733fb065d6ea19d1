import { spawn, type SpawnOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from '../stack/folders';
import { exitCode } from '../stack/program';
import type { RunFile } from '../stack/run-file';

type Environment = Readonly<Record<string, string | undefined>>;

/** `npm start` as a person runs it, in a process group of its own: a signal to the group is what Ctrl-C sends. */
export interface NpmStart {
  readonly pid: number;
  readonly ended: Promise<number>;
  /** Everything that it printed so far. */
  output(): string;
  /**
   * Waits for the line `Kept is ready`.
   * @throws Error with what it printed when it ends before
   */
  ready(): Promise<RunFile>;
  interrupt(): void;
}

const longestMs = 10 * 60_000;

export function npmStart(
  clone: string,
  args: readonly string[],
  more: Environment = {},
  before: readonly string[] = [],
): NpmStart {
  const [command = 'npm', ...words] = [...before, 'npm', 'start', '--', ...args];
  // when this process is killed the stack must end too
  const env = { ...systemEnvironment(), KEPT_STARTED_BY: String(process.pid), ...more };
  const options: SpawnOptions = { cwd: clone, env, detached: true };
  const child = spawn(command, words, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const pid = child.pid ?? 0;
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = exitCode(child);
  let over = false;
  void ended.finally(() => (over = true));
  return {
    pid,
    ended,
    output: () => output,
    async ready() {
      for (const until = Date.now() + longestMs; Date.now() < until; await sleep(50)) {
        if (output.includes('Kept is ready')) return runFileOf(clone);
        if (over) throw new Error(`npm start ended:\n${output}`);
      }
      throw new Error(`npm start was not ready within ${longestMs / 1000} s:\n${output}`);
    },
    interrupt: () => void process.kill(-pid, 'SIGINT'),
  };
}

export const runFileOf = (clone: string): RunFile =>
  JSON.parse(readFileSync(join(clone, '.kept/run.json'), 'utf8')) as RunFile;

/** A person's shell: no Node that Kept brought, nothing that npm or a stack told us. */
function systemEnvironment(): Environment {
  const own = Object.entries(process.env).filter(([name]) => !/^(KEPT_|npm_|NODE_|INIT_CWD)/.test(name));
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !isBrought(folder));
  return { ...Object.fromEntries(own), PATH: path.join(delimiter) };
}

const isBrought = (folder: string) => folder.startsWith(cacheFolder()) || folder.includes('node_modules');
