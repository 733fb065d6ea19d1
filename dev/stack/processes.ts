import { endProcess } from './end-process';
import { readOwnerFile, writeOwnerFile } from './owner-file';
import { isRunning, markOf, type ProcessMark } from './process-mark';

/** How a process is asked to end. */
export interface Ending {
  readonly signal: NodeJS.Signals;
  /** After this it is ended by force. */
  readonly graceMs: number;
  /** Others need it until they have ended: a database. */
  readonly last: boolean;
}

/** One process, as it is remembered on disk. */
export interface Remembered extends Ending {
  readonly name: string;
  readonly mark: ProcessMark;
}

/** Everything that a stack has started and not yet seen end; on disk in the very moment of starting. */
export interface Processes {
  /** Aborted when the stack ends: nothing is started or awaited any more. */
  readonly ending: AbortSignal;
  add(name: string, pid: number, ending: Ending): void;
  remove(pid: number): void;
  pids(): Readonly<Record<string, number>>;
  /** Calls back whenever one begins or ends. */
  onChange(listener: () => void): void;
  endAll(): Promise<void>;
}

/** @param file where they are remembered, for a start that comes after a kill */
export function rememberedIn(file: string): Processes {
  const known = new Map<number, Remembered>();
  const ending = new AbortController();
  const listeners: (() => void)[] = [];
  const changed = () => {
    if (ending.signal.aborted) return; // the notes are about to go; one too many in them does no harm
    writeOwnerFile(file, [...known.values()]);
    for (const listener of listeners) listener();
  };
  return {
    ending: ending.signal,
    add(name, pid, how) {
      const mark = markOf(pid);
      if (!mark) return; // it has ended at once
      known.set(pid, { name, mark, ...how });
      changed();
    },
    remove(pid) {
      if (known.delete(pid)) changed();
    },
    pids: () => Object.fromEntries([...known.values()].map((one) => [one.name, one.mark.pid])),
    onChange: (listener) => void listeners.push(listener),
    async endAll() {
      ending.abort();
      await endInOrder([...known.values()]);
    },
  };
}

/** Of what was remembered, what still runs: the number alone proves nothing, another process may have it by now. */
export const stillRunning = (remembered: readonly Remembered[], proc?: string): readonly Remembered[] =>
  remembered.filter((one) => isRunning(one.mark, proc));

export const rememberedBefore = (file: string): readonly Remembered[] =>
  (readOwnerFile(file) ?? []) as readonly Remembered[];

/** Ends what works with the databases at once, then the databases at once. */
export async function endInOrder(processes: readonly Remembered[]): Promise<void> {
  for (const last of [false, true]) {
    await Promise.all(
      processes.filter((one) => one.last === last).map((one) => endProcess(one.mark, one.signal, one.graceMs)),
    );
  }
}
