import { mkdir, mkdtemp, open, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Instant } from '../../domain/files/storage-port';
import { diskStorage } from './disk';
import { storageSuite } from './storage-suite';

const aFolder = () => mkdtemp(join(tmpdir(), 'kept-storage-'));
const contentType = 'text/plain';

storageSuite('disk storage', async () => {
  const folder = await aFolder();
  await mkdir(join(folder, 'store'), { mode: 0o700 });
  return {
    storage: diskStorage(join(folder, 'store')),
    unreachable: diskStorage(join(folder, 'no-folder')),
    async damage(key) {
      const file = await open(join(folder, 'store', 'objects', `${key}@`, '1', 'content'), 'r+');
      await file.write('X', 3);
      await file.close();
    },
    close: () => rm(folder, { recursive: true }),
  };
});

describe('what only a disk does', () => {
  let root: string;
  beforeEach(async () => {
    root = await aFolder();
  });
  afterEach(() => rm(root, { recursive: true }));

  async function everyPath(folder: string): Promise<string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.map((entry) => join(entry.parentPath, entry.name));
  }

  test('nobody but its user can read a file or enter a folder', async () => {
    const storage = diskStorage(root);
    const keepUntil = (Date.now() + 60_000) as Instant;
    await storage.put({ key: 'a/b/c', content: Buffer.from('x'), contentType, keepUntil });
    for (const path of await everyPath(root)) {
      const seen = await stat(path);
      expect([path, (seen.mode & 0o777).toString(8)]).toEqual([path, seen.isDirectory() ? '700' : '600']);
    }
  });

  test('a folder that is gone, as that of a disk which is not mounted, is told and never made anew', async () => {
    const folder = join(root, 'store');
    await mkdir(folder);
    const storage = diskStorage(folder);
    await storage.put({ key: 'a', content: Buffer.from('x'), contentType });
    await rename(folder, join(root, 'unmounted'));
    const gone = { kind: 'unavailable', code: 'ENOENT' };
    expect(await storage.check()).toEqual(gone);
    expect(await storage.head('a')).toEqual(gone);
    expect(await storage.put({ key: 'a', content: Buffer.from('y'), contentType })).toEqual(gone);
    expect(await readdir(root)).toEqual(['unmounted']);
    await rename(join(root, 'unmounted'), folder);
    expect(await storage.check()).toEqual({ kind: 'ready' });
    expect(await storage.head('a')).toMatchObject({ kind: 'found' });
  });

  test('a put that was cut off anywhere leaves no version, and its rest is swept after a day', async () => {
    const storage = diskStorage(root);
    await storage.put({ key: 'a', content: Buffer.from('whole'), contentType });
    const rest = join(root, 'tmp', 'cut-off');
    await mkdir(rest);
    await writeFile(join(rest, 'content'), 'hal');
    const yesterday = new Date(Date.now() - 25 * 60 * 60_000);
    await utimes(rest, yesterday, yesterday);

    const after = diskStorage(root);
    expect(await after.versions('a')).toMatchObject({ versions: [{ bytes: 5 }] });
    await after.put({ key: 'b', content: Buffer.from('x'), contentType });
    expect(await readdir(join(root, 'tmp'))).toEqual([]);
  });

  test('a draft of another process that is still being written is not swept', async () => {
    await mkdir(join(root, 'tmp', 'under-way'), { recursive: true });
    await diskStorage(root).put({ key: 'b', content: Buffer.from('x'), contentType });
    expect(await readdir(join(root, 'tmp'))).toEqual(['under-way']);
  });

  test('refused and broken puts leave nothing behind', async () => {
    const storage = diskStorage(root);
    await storage.put({ key: 'a', content: Buffer.from('x'), contentType, sha256: '00' });
    const broken = Readable.from(
      (function* () {
        yield 'x';
        throw new Error('broken');
      })(),
    );
    await expect(storage.put({ key: 'a', content: broken, contentType })).rejects.toThrow('broken');
    expect(await everyPath(root)).toEqual([join(root, 'tmp')]);
  });

  test('two adapters on one folder, as two processes have them, number one key without a gap or a loss', async () => {
    const [one, other] = [diskStorage(root), diskStorage(root)];
    const puts = Array.from({ length: 40 }, (_, index) =>
      (index % 2 ? one : other).put({ key: 'k', content: Buffer.from(`${index}`), contentType }),
    );
    await Promise.all(puts);
    expect((await readdir(join(root, 'objects', 'k@'))).map(Number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  test('after its time a kept version can be removed', async () => {
    let now = Date.now();
    const storage = diskStorage(root, () => now);
    const keepUntil = (now + 60_000) as Instant;
    const put = await storage.put({ key: 'k', content: Buffer.from('x'), contentType, keepUntil });
    const version = put.kind === 'stored' ? put.file.version : '';
    expect(await storage.remove('k', version)).toEqual({ kind: 'refused', code: 'kept' });
    now += 62_000;
    expect(await storage.remove('k', version)).toEqual({ kind: 'removed' });
  });

  test('a file whose description is unreadable is called foreign, not missing', async () => {
    const storage = diskStorage(root);
    await storage.put({ key: 'k', content: Buffer.from('x'), contentType });
    await writeFile(join(root, 'objects', 'k@', '1', 'about.json'), '{');
    expect(await storage.head('k')).toEqual({ kind: 'refused', code: 'foreign' });
  });

  test('a reader that was given a file reads it to its end although it is removed meanwhile', async () => {
    const storage = diskStorage(root);
    await storage.put({ key: 'k', content: Buffer.from('still here'), contentType });
    const found = await storage.get('k');
    if (found.kind !== 'found') throw new Error(found.kind);
    await storage.remove('k', found.file.version);
    expect((await buffer(found.content)).toString()).toBe('still here');
    expect(await readFile(join(root, 'objects', 'k@', '1', 'about.json'), 'utf8')).toContain('"bytes":10');
  });
});
