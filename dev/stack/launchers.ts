import { isRunning, markOf, type ProcessMark } from './process-mark';

/** The processes that started this one: `KEPT_STARTED_BY` lists the bootstrap and what is above it up to npm. */
export function launchersOf(environment: Readonly<Record<string, string | undefined>>): readonly ProcessMark[] {
  const pids = [process.ppid, ...(environment['KEPT_STARTED_BY'] ?? '').split(',').map(Number)];
  return [...new Set(pids)].filter((pid) => pid > 1).flatMap((pid) => markOf(pid) ?? []);
}

/**
 * Calls `gone` once when one of them has ended without telling us (killed with -9: it could not pass anything on).
 * @returns stops watching
 */
export function watchLaunchers(launchers: readonly ProcessMark[], gone: () => void): () => void {
  const timer = setInterval(() => {
    if (launchers.every((one) => isRunning(one))) return;
    clearInterval(timer);
    gone();
  }, 300);
  return () => clearInterval(timer);
}
