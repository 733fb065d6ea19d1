import { type Stats, constants } from 'node:fs';
import { type FileHandle, link, open, readdir, stat, unlink } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Attributes, FileEntry, SFTPWrapper } from 'ssh2';

/** A call, by its name in the protocol, and the path that it is about. */
export interface SftpCall {
  readonly name: string;
  readonly path: string;
}

/** `cut`: the line is cut before the call is done; `cut_after`: it is done, and its answer is lost; `stall`: nothing comes. */
export type Meet = (call: SftpCall) => 'cut' | 'cut_after' | 'stall' | undefined;

interface Served {
  readonly folder: string;
  readonly meet?: Meet;
  readonly onChange?: () => void;
}

/** What a handle stands for: a file, or the rest of a folder's entries. */
type Held =
  | { readonly path: string; readonly file: FileHandle; readonly writes: boolean }
  | { readonly path: string; entries: readonly FileEntry[] };

type Answer = (id: number) => void;

/** SSH_FX_… and SSH_FXF_…, SFTP version 3. */
const status = { ok: 0, end: 1, missing: 2, denied: 3, failure: 4 } as const;
const flag = { write: 2, append: 4, create: 8, truncate: 16, exclusive: 32 } as const;
const longestRead = 256 * 1024;

/** Answers the calls of one SFTP session: read, write, list, rename within a folder; nothing is removed. */
export function serveFolder(sftp: SFTPWrapper, { folder, meet, onChange }: Served, cut: () => void): void {
  const held = new Map<number, Held>();
  let handles = 0;
  const say =
    (code: number): Answer =>
    (id) =>
      sftp.status(id, code);
  const here = (path: string): string => join(folder, posix.resolve('/', path));
  const holding = (handle: Buffer): Held | undefined =>
    handle.length === 4 ? held.get(handle.readUInt32BE()) : undefined;

  function hold(one: Held): Answer {
    handles += 1;
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(handles);
    held.set(handles, one);
    return (id) => sftp.handle(id, handle);
  }

  /** Does the work of a call and answers, unless something befalls it. */
  function take(name: string, id: number, path: string, work: () => Promise<Answer>): void {
    const met = meet?.({ name, path });
    if (met === 'cut') return cut();
    if (met === 'stall') return;
    void work()
      .catch((error: unknown) => say(codeOf(error)))
      .then((answer) => (met === 'cut_after' ? cut() : answer(id)));
  }

  sftp.on('OPEN', (id, path, flags) =>
    take('OPEN', id, path, async () => {
      const writes = (flags & (flag.write | flag.append)) !== 0;
      return hold({ path, file: await open(here(path), modeOf(flags), 0o600), writes });
    }),
  );
  sftp.on('WRITE', (id, handle, offset, data) => {
    const one = holding(handle);
    take('WRITE', id, one?.path ?? '', async () => {
      if (!one || !('file' in one)) return say(status.failure);
      await one.file.write(data, 0, data.length, offset);
      return say(status.ok);
    });
  });
  sftp.on('READ', (id, handle, offset, length) => {
    const one = holding(handle);
    take('READ', id, one?.path ?? '', async () => {
      if (!one || !('file' in one)) return say(status.failure);
      const { bytesRead, buffer } = await one.file.read({
        buffer: Buffer.alloc(Math.min(length, longestRead)),
        position: offset,
      });
      return bytesRead === 0 ? say(status.end) : (id) => sftp.data(id, buffer.subarray(0, bytesRead));
    });
  });
  sftp.on('FSTAT', (id, handle) => {
    const one = holding(handle);
    take('FSTAT', id, one?.path ?? '', async () => told(await stat(here(one?.path ?? ''))));
  });
  sftp.on('CLOSE', (id, handle) => {
    const one = holding(handle);
    take('CLOSE', id, one?.path ?? '', async () => {
      held.delete(handle.readUInt32BE());
      if (one && 'file' in one) await one.file.close();
      if (one && 'file' in one && one.writes) onChange?.();
      return say(one ? status.ok : status.failure);
    });
  });
  sftp.on('OPENDIR', (id, path) =>
    take('OPENDIR', id, path, async () => hold({ path, entries: await entriesOf(here(path)) })),
  );
  sftp.on('READDIR', (id, handle) => {
    const one = holding(handle);
    take('READDIR', id, one?.path ?? '', async () => {
      if (!one || !('entries' in one)) return say(status.failure);
      const next = one.entries.slice(0, 100);
      one.entries = one.entries.slice(100);
      return next.length === 0 ? say(status.end) : (id) => sftp.name(id, [...next]);
    });
  });
  for (const name of ['STAT', 'LSTAT'] as const)
    sftp.on(name as 'STAT', (id, path) => take(name, id, path, async () => told(await stat(here(path)))));
  sftp.on('REALPATH', (id, path) =>
    take('REALPATH', id, path, async () => {
      const filename = posix.resolve('/', path);
      return (id) => sftp.name(id, [{ filename, longname: filename, attrs: nothing }]);
    }),
  );
  sftp.on('RENAME', (id, from, to) =>
    take('RENAME', id, to, async () => {
      await link(here(from), here(to)); // unlike a rename never over what is there
      await unlink(here(from));
      onChange?.();
      return say(status.ok);
    }),
  );
  // dates and rights that a client wishes are of no concern
  sftp.on('SETSTAT', (id, path) => take('SETSTAT', id, path, async () => say(status.ok)));
  sftp.on('FSETSTAT', (id) => take('FSETSTAT', id, '', async () => say(status.ok)));
  sftp.on('close', () => {
    for (const one of held.values()) if ('file' in one) void one.file.close().catch(() => undefined);
    held.clear();
  });

  function told(stats: Stats): Answer {
    return (id) => sftp.attrs(id, attributesOf(stats));
  }
}

const nothing: Attributes = { mode: 0, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 };

const attributesOf = ({ mode, uid, gid, size, atimeMs, mtimeMs }: Stats): Attributes => ({
  mode,
  uid,
  gid,
  size,
  atime: Math.floor(atimeMs / 1000),
  mtime: Math.floor(mtimeMs / 1000),
});

async function entriesOf(folder: string): Promise<FileEntry[]> {
  const entries: FileEntry[] = [];
  for (const filename of (await readdir(folder)).toSorted()) {
    const stats = await stat(join(folder, filename)).catch(() => undefined); // gone meanwhile
    if (stats) entries.push({ filename, longname: longNameOf(filename, stats), attrs: attributesOf(stats) });
  }
  return entries;
}

/** As `ls -l` shows it. */
const longNameOf = (name: string, stats: Stats): string =>
  `${stats.isDirectory() ? 'drwxr-x---' : '-rw-r-----'} 1 kept kept ${String(stats.size)} ${stats.mtime.toISOString().slice(0, 10)} ${name}`;

function modeOf(flags: number): number {
  const has = (bit: number): boolean => (flags & bit) !== 0;
  const access = has(flag.write | flag.append) ? constants.O_RDWR : constants.O_RDONLY;
  return (
    access |
    (has(flag.create) ? constants.O_CREAT : 0) |
    (has(flag.truncate) ? constants.O_TRUNC : 0) |
    (has(flag.exclusive) ? constants.O_EXCL : 0)
  );
}

function codeOf(error: unknown): number {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return status.missing;
  return code === 'EACCES' || code === 'EPERM' ? status.denied : status.failure;
}
