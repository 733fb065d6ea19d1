import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListedFile } from '../../domain/files/storage-port';
import { liveNumbers, readVersion } from './disk-versions';

/** Every key that begins with `prefix` and comes after `after`, in the order of their bytes, as object stores list them. */
export async function* listDisk(root: string, prefix: string, after: string): AsyncGenerator<ListedFile> {
  yield* listFolder(join(root, 'objects'), '', prefix, after);
}

async function* listFolder(path: string, above: string, prefix: string, after: string): AsyncGenerator<ListedFile> {
  for (const { name, isKey } of await entries(path)) {
    const key = above + name;
    if (isKey) {
      if (key.startsWith(prefix) && key > after) yield* newest(join(path, `${name}@`), key);
    } else if (mayHold(key, prefix, after)) {
      yield* listFolder(join(path, name.slice(0, -1)), key, prefix, after);
    }
  }
}

/** Keys by their name, folders with the `/` that follows it in keys: then the order of entries is the order of keys. */
async function entries(path: string): Promise<readonly { readonly name: string; readonly isKey: boolean }[]> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .map((name) => (name.endsWith('@') ? { name: name.slice(0, -1), isKey: true } : { name: `${name}/`, isKey: false }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const mayHold = (folder: string, prefix: string, after: string): boolean =>
  (folder.startsWith(prefix) || prefix.startsWith(folder)) && (folder > after || after.startsWith(folder));

async function* newest(keyFolder: string, key: string): AsyncGenerator<ListedFile> {
  for await (const number of liveNumbers(keyFolder)) {
    const { bytes, storedAt } = (await readVersion(keyFolder, key, number)).file;
    yield { key, bytes, storedAt };
    return;
  }
}
