import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync, writeSync } from 'node:fs';

const largest = 10 * 1024 * 1024;

/** Begins what one process writes; after it comes the time. */
const mark = '--- started ';

/** Opens a log to add to; a large one is put aside first, so that two are kept at most. */
export function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`);
  const handle = openSync(file, 'a', 0o600);
  writeSync(handle, `${mark}${new Date().toISOString()}\n`);
  return handle;
}

/** The last lines that the process wrote which was started last, for the person when a process did not start. */
export function lastLines(file: string, count = 15): string {
  if (!existsSync(file)) return '';
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const tail = Buffer.alloc(Math.min(size, 16 * 1024));
    readSync(handle, tail, 0, tail.length, size - tail.length);
    const lines = tail.toString('utf8').trimEnd().split('\n');
    const begin = lines.findLastIndex((line) => line.startsWith(mark)) + 1;
    return lines.slice(begin).slice(-count).join('\n');
  } finally {
    closeSync(handle);
  }
}
