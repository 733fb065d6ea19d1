import type { StorageFault } from '../../domain/files/storage-port';
import { refused, unavailable } from './answers';
import type { Source } from './content';

const denied = new Set(['EACCES', 'EPERM', 'EROFS']);

/** What the disk does becomes an answer. What the content's own source does, and defects, stay errors. */
export async function answering<Answer>(
  work: () => Promise<Answer | StorageFault>,
  source?: Source,
): Promise<Answer | StorageFault> {
  try {
    return await work();
  } catch (error) {
    if (source?.failed()) throw error;
    if (error instanceof SyntaxError) return refused('foreign'); // somebody else's about.json
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error;
    return denied.has(code) ? refused('denied') : unavailable(code);
  }
}
