import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes JSON that only the owner may read, whole or not at all. */
export function writeOwnerFile(file: string, content: unknown): void {
  const fresh = `${file}.${process.pid}`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, file);
}

/**
 * What such a file holds; undefined when it is not there.
 * @throws SyntaxError when it is not JSON
 */
export function readOwnerFile(file: string): unknown {
  const text = readIfThere(file);
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ESRCH')) return undefined;
    throw error;
  }
}

export const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
