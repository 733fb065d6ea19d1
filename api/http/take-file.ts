import type { Request } from 'express';
import { FileTooLarge, type HeldFile } from '../../domain/files/hold-port';
import { AppError } from '../../domain/problems';
import { withHeldFile } from '../../integrations/storage/hold-file';

/** A file that someone sends, held on this machine until it is in the file store. */
export interface SentFile extends HeldFile {
  /** What the sender calls it. Shown to people, never trusted. */
  readonly name: string;
}

export const fileType = 'application/octet-stream';
export const fileNameHeader = 'kept-file-name';

/**
 * Takes the body of a request as a file, whatever its size, up to `maxBytes`.
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
  let isHere = false;
  try {
    return await withHeldFile(request, maxBytes, (file) => {
      isHere = true;
      if (file.bytes === 0) throw new AppError('invalid', {}, [{ pointer: '/file', code: 'required' }]);
      return work({ name, ...file });
    });
  } catch (error) {
    if (isHere) throw error; // whatever it is, it is none of the sending
    throw error instanceof FileTooLarge ? tooLarge(request, maxBytes) : brokenOff(error);
  }
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
