import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import { AppError } from '../../domain/problems';

/** A file that someone sends, held on this machine until it is in the file store. */
export interface SentFile {
  /** What the sender calls it. Shown to people, never trusted. */
  readonly name: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  /** Its bytes from the beginning, as often as one likes. */
  open(): Readable;
}

export const fileType = 'application/octet-stream';
export const fileNameHeader = 'kept-file-name';

/**
 * Takes the body of a request as a file, whatever its size, up to `maxBytes`. While it is held it is enciphered under a key that
 * only this process knows and forgets with it: nobody reads it from the disk, not even after a crash.
 * @throws AppError `unsupported_media`, `too_large`, `malformed` when it breaks off, `invalid` without a name or without a byte
 */
export async function withFile<T>(
  request: Request,
  maxBytes: number,
  work: (file: SentFile) => Promise<T>,
): Promise<T> {
  const name = nameOf(request);
  if (!request.is(fileType)) throw new AppError('unsupported_media');
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(request, maxBytes);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kept-file-'));
  try {
    return await work({ name, ...(await hold(request, path.join(folder, 'file'), maxBytes)) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function hold(request: Request, place: string, maxBytes: number): Promise<Omit<SentFile, 'name'>> {
  const [key, start] = [randomBytes(32), Buffer.alloc(16)];
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      bytes += chunk.length;
      hash.update(chunk);
      if (bytes > maxBytes) done(tooLarge(request, maxBytes));
      else done(null, chunk);
    },
  });
  await pipeline(
    request,
    measure,
    createCipheriv('aes-256-ctr', key, start),
    createWriteStream(place, { mode: 0o600 }),
  ).catch((error: unknown) => {
    throw error instanceof AppError ? error : brokenOff(error);
  });
  if (bytes === 0) throw new AppError('invalid', {}, [{ pointer: '/file', code: 'required' }]);
  const open = () => {
    const plain = createDecipheriv('aes-256-ctr', key, start);
    const kept = createReadStream(place).on('error', (error) => plain.destroy(error));
    return kept.pipe(plain).on('close', () => kept.destroy());
  };
  return { bytes, sha256: hash.digest('hex'), open };
}

/** What else is sent is read and let go, so that the answer is heard. */
function tooLarge(request: Request, limit: number): AppError {
  request.resume();
  return new AppError('too_large', { limit });
}

/** The sender went away, or there is no room to hold it. */
function brokenOff(error: unknown): AppError {
  const gone = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
  const problem = new AppError(gone ? 'malformed' : 'try_again');
  problem.cause = error;
  return problem;
}

/** A header takes no letters beyond ASCII: the name comes with percent signs. */
function nameOf(request: Request): string {
  const name = decoded(request.get(fileNameHeader) ?? '').trim();
  if (name === '') throw new AppError('invalid', {}, [{ pointer: '/name', code: 'required' }]);
  if (name.includes('\0')) throw new AppError('invalid', {}, [{ pointer: '/name', code: 'character_not_allowed' }]);
  if (name.length > 200)
    throw new AppError('invalid', {}, [{ pointer: '/name', code: 'too_long', params: { max: 200 } }]);
  return name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AppError('malformed');
  }
}
