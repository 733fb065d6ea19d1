import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const largest = 10 * 1024 * 1024;

/** Opens a log to add to; a large one is put aside first, so that two are kept at most. */
export function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** The last lines of a log, for the person when a process did not start. */
export function lastLines(file: string, count = 15): string {
  if (!existsSync(file)) return '';
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const tail = Buffer.alloc(Math.min(size, 16 * 1024));
    readSync(handle, tail, 0, tail.length, size - tail.length);
    return tail.toString('utf8').trimEnd().split('\n').slice(-count).join('\n');
  } finally {
    closeSync(handle);
  }
}
