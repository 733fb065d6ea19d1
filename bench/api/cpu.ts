import { readFileSync, readdirSync } from 'node:fs';

/** The kernel's clock tick, which Linux fixes at 100 a second for what it tells of processes. */
const tickMs = 10;

/**
 * Processor time so far of these processes and of what they started, in ms: unlike the time on the wall it does not depend on
 * what else the machine has to do.
 */
export function cpuMs(pids: readonly number[]): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statOf(Number(pid)) ?? []);
  return all
    .filter(({ pid, parent }) => pids.includes(pid) || pids.includes(parent))
    .reduce((sum, { ms }) => sum + ms, 0);
}

function statOf(pid: number): { pid: number; parent: number; ms: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    // counted from the state: parent 1, then user and system time of its own and of its children that have ended
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0);
    return { pid, parent: Number(fields[1]), ms: ticks * tickMs };
  } catch {
    return undefined; // it has ended meanwhile
  }
}
