import { type FileHandle, mkdir, open, readFile, rename, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';

/** Lines that outlive the process: what was appended is there after a kill. */
export interface Journal<Line> {
  /** What was written before, oldest first. A last line that a kill tore is left out, and cut off. */
  readonly earlier: readonly Line[];
  /** Settled when the line is written. Lines that come meanwhile are written together. */
  append(line: Line): Promise<void>;
  /** Forgets everything. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  readonly text: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** One JSON document a line. A full file becomes the one before, which is forgotten: two times `fileLines` are kept at most. */
export async function openJournal<Line>(folder: string, fileLines: number, name = 'messages'): Promise<Journal<Line>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const [current, before] = [join(folder, `${name}.jsonl`), join(folder, `${name}.before.jsonl`)];
  const older = await linesOf<Line>(before);
  const newer = await linesOf<Line>(current);
  let lines = newer.length;
  let file: FileHandle = await open(current, 'a', 0o600);
  let waiting: Waiting[] = [];
  let writing: Promise<void> = Promise.resolve();

  const next = (work: () => Promise<void>): Promise<void> => {
    const done = writing.then(work);
    writing = done.catch(() => undefined); // told to those who waited for it
    return done;
  };

  async function write(): Promise<void> {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      if (lines >= fileLines) await turn();
      await file.appendFile(batch.map((one) => one.text).join(''));
      lines += batch.length;
      for (const one of batch) one.done();
    } catch (error) {
      for (const one of batch) one.failed(error);
    }
  }

  async function turn(): Promise<void> {
    await file.close();
    await rename(current, before);
    file = await open(current, 'a', 0o600);
    lines = 0;
  }

  return {
    earlier: [...older, ...newer],
    append: (line) =>
      new Promise((done, failed) => {
        waiting.push({ text: `${JSON.stringify(line)}\n`, done, failed });
        if (waiting.length === 1) void next(write);
      }),
    clear: () =>
      next(async () => {
        await rm(before, { force: true });
        await file.truncate(0);
        lines = 0;
      }),
    close: () => next(() => file.close()),
  };
}

async function linesOf<Line>(path: string): Promise<Line[]> {
  const there = await stat(path).catch(() => undefined);
  if (!there) return [];
  const text = await readFile(path, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole));
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}
