import { setTimeout as sleep } from 'node:timers/promises';
import type { Processes } from './processes';
import { type Program, type RunningProgram, startProgram } from './program';

export interface Supervised {
  /** Settles when the program ends for the first time: before it was found in order, it cannot start. */
  readonly firstEnd: Promise<string>;
  /** From now on it is started again whenever it ends. */
  keep(): void;
}

/** Waits before starting again: half a second, doubled up to half a minute; a minute of life begins anew. */
const shortestMs = 500;
const longestMs = 30_000;
const steadyMs = 60_000;

/** Starts a program and, once it was found in order, starts it again whenever it dies, until the stack ends. */
export async function supervise(
  program: Program,
  processes: Processes,
  say: (line: string) => void,
): Promise<Supervised> {
  const first = await startProgram(program, processes);
  return {
    firstEnd: first.ended,
    keep() {
      keepRunning(program, first, processes, say).catch((error: unknown) => {
        if (!processes.ending.aborted) say(`${program.name} stays down: ${String(error)}`);
      });
    },
  };
}

async function keepRunning(
  program: Program,
  first: RunningProgram,
  processes: Processes,
  say: (line: string) => void,
): Promise<never> {
  let running = first;
  for (let wait = shortestMs; ;) {
    const began = Date.now();
    const how = await running.ended;
    processes.ending.throwIfAborted();
    if (Date.now() - began > steadyMs) wait = shortestMs;
    say(`${program.name} ended (${how}): starting it again in ${wait / 1000} s; its log is ${program.log}`);
    await sleep(wait, undefined, { signal: processes.ending });
    running = await startProgram(program, processes);
    wait = Math.min(wait * 2, longestMs);
  }
}
