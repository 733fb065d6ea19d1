import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Content that was read once to its end, so that its length and hash are known before it is sent, and it can be sent again. */
export interface HeldContent {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  /** Bytes where they are small enough for memory, otherwise a stream from the beginning, for one reader at a time. */
  body(): Buffer | Readable;
  release(): Promise<void>;
}

/** Up to `inMemory` bytes in memory, the rest on the disk, in a file without a name: it is gone when the process is. */
export async function hold(chunks: AsyncIterable<Uint8Array>, inMemory: number): Promise<HeldContent> {
  const hash = createHash('sha256');
  const first: Uint8Array[] = [];
  let bytes = 0;
  let file: FileHandle | undefined;
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      if (!file && bytes > inMemory) {
        file = await namelessFile();
        for (const earlier of first.splice(0)) await append(file, earlier);
      }
      if (file) await append(file, chunk);
      else first.push(chunk);
    }
  } catch (error) {
    await file?.close();
    throw error;
  }
  const sha256 = hash.digest('hex');
  if (!file) return { bytes, sha256, body: () => Buffer.concat(first), release: () => Promise.resolve() };
  const held = file;
  return {
    bytes,
    sha256,
    body: () => held.createReadStream({ start: 0, autoClose: false, highWaterMark: 1 << 20 }),
    release: () => held.close(),
  };
}

async function namelessFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `kept-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}

async function append(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.byteLength;) at += (await file.write(chunk, at)).bytesWritten;
}
