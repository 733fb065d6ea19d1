import { AppError } from '../problems';
import type { OpenFile } from '../x12/segments-of-claim';
import type { StoragePort } from './storage-port';

/** A kept file, range by range. @throws AppError `try_again` when the file store has no answer */
export const openStored =
  (storage: StoragePort, key: string): OpenFile =>
  async (from, to) => {
    const answer = await storage.get(key, { range: { from, ...(to !== undefined && { to }) } });
    if (answer.kind !== 'found') throw new AppError('try_again');
    return answer.content as AsyncIterable<Uint8Array>;
  };
