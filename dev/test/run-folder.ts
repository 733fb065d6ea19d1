import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOwnerFile, writeOwnerFile } from '../stack/owner-file';
import { isRunning, markOf, type ProcessMark } from '../stack/process-mark';
import { endInOrder, type Processes, rememberedBefore, rememberedIn, stillRunning } from '../stack/processes';

/** What one test run leaves on disk while it runs. */
interface Note {
  readonly main: ProcessMark;
  readonly folder: string;
}

export interface RunFolder {
  /** Throw-away data; an unprivileged user can enter it. */
  readonly folder: string;
  /** For what tests put into the system's folder for temporary files: gone with the run. */
  readonly temporary: string;
  readonly processes: Processes;
  /** Ends every process of the run and forgets its data. */
  end(): Promise<void>;
}

/** Makes the folder of this run, and ends what killed runs of this clone left behind. */
export async function makeRunFolder(notes: string): Promise<RunFolder> {
  mkdirSync(notes, { recursive: true });
  for (const name of readdirSync(notes)) await forgetKilledRun(join(notes, name));
  const folder = mkdtempSync(join(tmpdir(), 'kept-test-'));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  for (const one of [folder, temporary]) chmodSync(one, 0o711);
  const main = markOf(process.pid);
  const note = join(notes, `${process.pid}.json`);
  writeOwnerFile(note, { main, folder });
  const processes = rememberedIn(join(folder, 'processes.json'));
  return {
    folder,
    temporary,
    processes,
    async end() {
      await processes.endAll();
      rmSync(folder, { recursive: true, force: true });
      rmSync(note, { force: true });
    },
  };
}

async function forgetKilledRun(file: string): Promise<void> {
  const note = readOwnerFile(file) as Note | undefined;
  if (!note || isRunning(note.main)) return;
  await endInOrder(stillRunning(rememberedBefore(join(note.folder, 'processes.json'))));
  rmSync(note.folder, { recursive: true, force: true });
  rmSync(file, { force: true });
}
