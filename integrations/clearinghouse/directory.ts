import { mkdir, open, readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  ClearinghousePort,
  FindAnswer,
  SendAnswer,
  WaitingFile,
} from '../../domain/clearinghouse/clearinghouse-port';
import { codeOf, isOurs, isTemporary, isThere } from './file-names';

/**
 * A folder of this machine that a clearinghouse's program watches: it takes what appears in `to/` and puts answers in `from/`.
 *
 * A file goes in three steps, each flushed before the next: `to/NAME.tmp`, a mark `begun/NAME` of ours, then the rename to
 * `to/NAME`. So a mark without the `.tmp` tells for certain that the file was there, though the program took it away since.
 */
export function directoryClearinghouse(root: string): ClearinghousePort {
  const [to, from, begun] = [join(root, 'to'), join(root, 'from'), join(root, 'begun')];

  return {
    vendor: 'clearinghouse',
    async send({ name, bytes }, signal): Promise<SendAnswer> {
      if (!isOurs(name)) return { kind: 'refused', code: 'name_malformed' };
      let mayBeThere = false;
      try {
        const before = await where(name);
        if (before === 'there') return { kind: 'accepted' };
        await mkdir(begun, { recursive: true, mode: 0o700 });
        await writeFlushed(join(to, `${name}.tmp`), bytes);
        await flush(to);
        await writeFlushed(join(begun, name), new Uint8Array());
        await flush(begun);
        signal?.throwIfAborted();
        mayBeThere = true;
        await rename(join(to, `${name}.tmp`), join(to, name));
        await flush(to);
        return { kind: 'accepted' };
      } catch (error) {
        return { kind: mayBeThere ? 'unknown' : 'not_sent', code: signal?.aborted ? 'timeout' : codeOf(error) };
      }
    },
    async find(name): Promise<FindAnswer> {
      try {
        await stat(to); // a folder that is not mounted says nothing of what is in it
        return { kind: (await where(name)) === 'there' ? 'found' : 'absent' };
      } catch (error) {
        return { kind: 'unknown', code: codeOf(error) };
      }
    },
    async list() {
      try {
        const entries = await readdir(from, { withFileTypes: true });
        const names = entries.filter((entry) => entry.isFile() && !isTemporary(entry.name)).map(({ name }) => name);
        const files: WaitingFile[] = [];
        for (const name of names.toSorted()) {
          const seen = await statOf(join(from, name));
          if (seen) files.push({ name, bytes: seen.size, writtenAt: Math.floor(seen.mtimeMs) });
        }
        return { kind: 'listed', files };
      } catch (error) {
        return { kind: 'unavailable', code: codeOf(error) };
      }
    },
    async fetch(name) {
      if (!isThere(name)) return { kind: 'absent' };
      try {
        const handle = await open(join(from, name), 'r');
        return { kind: 'found', content: handle.createReadStream() };
      } catch (error) {
        return codeOf(error) === 'ENOENT' ? { kind: 'absent' } : { kind: 'unavailable', code: codeOf(error) };
      }
    },
  };

  async function where(name: string): Promise<'there' | 'not_there'> {
    if (await statOf(join(to, name))) return 'there';
    if (await statOf(join(to, `${name}.tmp`))) return 'not_there';
    return (await statOf(join(begun, name))) ? 'there' : 'not_there';
  }
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a folder lists survives a power cut only after this. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
