import { linkSync, renameSync, rmSync } from 'node:fs';
import { endProcess, isGone } from './end-process';
import type { StateFolder } from './folders';
import { isCode, readOwnerFile, writeOwnerFile } from './owner-file';
import { isRunning, markOf, type ProcessMark } from './process-mark';
import { Stopped } from './stopped';

/** Who has the stack of a folder. */
interface Holder {
  readonly main: ProcessMark;
  /** What started it, npm included. When one of them was killed nobody can end the stack but the next start. */
  readonly launchers: readonly ProcessMark[];
  /** It was told to end and is doing so. */
  readonly ending: boolean;
}

/** Longer than the stack takes to end all of its processes. */
const endingMs = 45_000;

/**
 * Takes the stack's folder for this process. Waits for one that is ending, and ends one whose launcher was killed.
 * @throws Stopped when another runs
 */
export async function takeLock(
  state: StateFolder,
  launchers: readonly ProcessMark[],
  say: (line: string) => void,
): Promise<void> {
  const main = markOf(process.pid);
  if (!main) throw new Error('this process is not in the process table');
  while (!create(state.lock, { main, launchers, ending: false })) {
    const holder = read(state.lock);
    if (!holder) continue;
    if (!isRunning(holder.main)) {
      removeStale(state.lock, holder);
      continue;
    }
    if (!holder.ending && holder.launchers.every((one) => isRunning(one)))
      throw new Stopped(alreadyRunning(state, holder));
    say(`an earlier start (process ${holder.main.pid}) is ending: waiting for it`);
    if (holder.ending) await isGone(holder.main, endingMs);
    if (isRunning(holder.main)) await endProcess(holder.main, 'SIGTERM', endingMs);
  }
}

/** From here on the next start waits instead of refusing. */
export function markEnding(state: StateFolder): void {
  const holder = read(state.lock);
  if (holder?.main.pid === process.pid) writeOwnerFile(state.lock, { ...holder, ending: true });
}

export function releaseLock(state: StateFolder): void {
  if (read(state.lock)?.main.pid === process.pid) rmSync(state.lock, { force: true });
}

const read = (file: string) => readOwnerFile(file) as Holder | undefined;

/** Complete from its first moment: a link appears with its content, or not at all. */
function create(file: string, holder: Holder): boolean {
  const fresh = `${file}.new-${process.pid}`;
  writeOwnerFile(fresh, holder);
  try {
    linkSync(fresh, file);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** Two starts may both find a dead holder; the one that comes late must not take away the other's lock. */
function removeStale(file: string, dead: Holder): void {
  const aside = `${file}.old-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  const taken = read(aside);
  if (taken && taken.main.pid !== dead.main.pid) create(file, taken);
  rmSync(aside, { force: true });
}

function alreadyRunning(state: StateFolder, holder: Holder): string {
  const run = readOwnerFile(state.run) as { consoleUrl?: string; portalUrl?: string; sandboxUrl?: string } | undefined;
  if (!run) return `it is being started already (process ${holder.main.pid}); its logs are in ${state.logs}`;
  return [
    `it runs already (process ${holder.main.pid}): end it with Ctrl-C there, or: kill ${holder.main.pid}`,
    `  console          ${run.consoleUrl}`,
    `  portal           ${run.portalUrl}`,
    `  message sandbox  ${run.sandboxUrl}`,
  ].join('\n');
}
