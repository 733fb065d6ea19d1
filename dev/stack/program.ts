import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { closeSync } from 'node:fs';
import { constants } from 'node:os';
import { text } from 'node:stream/consumers';
import { openLog } from './log-file';
import type { Ending, Processes } from './processes';
import { Stopped } from './stopped';

/** What is run, and how. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly log: string;
  /** The unprivileged user, where it must not be root. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  readonly ending: Ending;
}

export interface RunningProgram {
  /** Settles when it has ended, with how: `exit 1`, `SIGKILL`. Never rejects. */
  readonly ended: Promise<string>;
}

/** For what runs to its end by itself. */
export const askedToEnd: Ending = { signal: 'SIGTERM', graceMs: 3000, last: false };

/**
 * Starts a program in a session of its own, so that Ctrl-C reaches only the stack, which ends things in order.
 * It writes to its log by itself: it goes on undisturbed when the stack is killed.
 * @throws Stopped when it cannot be started
 */
export async function startProgram(program: Program, processes: Processes): Promise<RunningProgram> {
  const child = await launch(program, processes, 'log');
  return {
    ended: new Promise((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
    }),
  };
}

/** Runs a program to its end. @returns what it printed, and its exit code as the shell counts it */
export async function runProgram(program: Program, processes: Processes): Promise<{ code: number; printed: string }> {
  const child = await launch(program, processes, 'pipe');
  const [code, printed] = await Promise.all([exitCode(child), child.stdout ? text(child.stdout) : '']);
  return { code, printed };
}

/** The exit code of a process; one that a signal ended counts as the shell counts it. */
export const exitCode = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });

async function launch(program: Program, processes: Processes, printed: 'log' | 'pipe'): Promise<ChildProcess> {
  if (processes.ending.aborted) throw new Stopped(`${program.name} is not started: the stack is ending`);
  const log = openLog(program.log);
  try {
    const stdio: StdioOptions = ['ignore', printed === 'log' ? log : 'pipe', log];
    const child = spawn(program.command, program.args, {
      cwd: program.folder,
      env: program.environment,
      stdio,
      detached: true,
      ...program.user,
    });
    const { pid } = child;
    if (pid === undefined) throw new Stopped(`${program.name} could not be started: ${await failure(child)}`);
    processes.add(program.name, pid, program.ending);
    child.once('exit', () => processes.remove(pid));
    return child;
  } finally {
    closeSync(log);
  }
}

const failure = (child: ChildProcess) =>
  new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
  });
