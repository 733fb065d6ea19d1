import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { StoragePort } from '../../domain/files/storage-port';
import { diskStorage } from '../../integrations/storage/disk';

let store: StoragePort | undefined;

/** The file store of a test file, in a folder among the machine's temporary ones: the same for whoever asks for it. */
export const aStorage = (): StoragePort => {
  store ??= diskStorage(mkdtempSync(path.join(os.tmpdir(), 'kept-store-')));
  return store;
};
