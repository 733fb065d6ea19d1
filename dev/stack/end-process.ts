import { setTimeout as sleep } from 'node:timers/promises';
import { isCode } from './owner-file';
import { isRunning, type ProcessMark } from './process-mark';

/**
 * Asks a process to end, waits, and ends it by force when it does not.
 * @returns whether it went when asked
 */
export async function endProcess(mark: ProcessMark, signal: NodeJS.Signals, graceMs: number): Promise<boolean> {
  if (!send(mark, signal)) return true;
  if (await isGone(mark, graceMs)) return true;
  send(mark, 'SIGKILL');
  await isGone(mark, 10_000);
  return false;
}

/** @returns false when it has ended already */
export function send(mark: ProcessMark, signal: NodeJS.Signals): boolean {
  if (!isRunning(mark)) return false;
  try {
    return process.kill(mark.pid, signal);
  } catch (error) {
    if (isCode(error, 'ESRCH')) return false;
    throw error;
  }
}

/** Waits until a process has ended, at most this long. */
export async function isGone(mark: ProcessMark, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await sleep(25)) {
    if (!isRunning(mark)) return true;
  }
  return !isRunning(mark);
}
