import { createHash, randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { StorageFault, StoragePort } from '../../domain/files/storage-port';
import { type Finding, findingsOf } from './finding';

const { ok, fail } = findingsOf('files');

const mends: Readonly<Record<string, string>> = {
  not_versioned: 'turn versions on for the bucket',
  no_retention: 'make the bucket with object lock; it cannot be added later everywhere',
  no_bucket: 'make the bucket, or mend KEPT_STORAGE',
  ENOENT: 'make the folder or mount its disk, or mend KEPT_STORAGE',
  denied: 'give the process the right to read, write and list there',
};
const faultOf = (code: string, doing: string, { kind, code: why }: StorageFault): Finding =>
  fail(
    code,
    `the file store ${doing} (${why})`,
    mends[why] ?? (kind === 'unavailable' ? 'is it running, and is KEPT_STORAGE right?' : 'mend KEPT_STORAGE'),
  );

/** Whether files can be kept and are what was kept: it writes a small one, reads it, and takes it away again. */
export async function fileFindings(storage: StoragePort): Promise<readonly Finding[]> {
  const ready = await storage.check();
  if (ready.kind !== 'ready') return [faultOf('unready', 'is not ready', ready)];
  const content = Buffer.from(randomUUID());
  const sha256 = createHash('sha256').update(content).digest('hex');
  const key = `doctor/${randomUUID()}`;
  const put = await storage.put({ key, content, contentType: 'text/plain', sha256 });
  if (put.kind === 'exists')
    return [fail('unwritable', 'the file store holds what nobody wrote', 'look who else writes there')];
  if (put.kind !== 'stored') return [faultOf('unwritable', 'takes nothing', put)];
  try {
    return [await readBack(storage, key, content)];
  } finally {
    // where the store itself keeps everything for a time this is refused, which is as it should be
    await storage.remove(key, put.file.version);
  }
}

async function readBack(storage: StoragePort, key: string, content: Buffer): Promise<Finding> {
  const got = await storage.get(key);
  if (got.kind === 'not_found')
    return fail('unreadable', 'the file store has lost what was just kept', 'change the store');
  if (got.kind !== 'found') return faultOf('unreadable', 'gives nothing back', got);
  const same = await buffer(got.content).then(
    (bytes) => bytes.equals(content),
    () => false,
  );
  return same
    ? ok('files', `files can be kept and read (${storage.vendor})`)
    : fail('unreadable', 'the file store gives back something else', 'change the store');
}
