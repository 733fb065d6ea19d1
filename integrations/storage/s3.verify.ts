import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateBucketCommand, PutBucketVersioningCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Instant } from '../../domain/files/storage-port';
import { type S3Place, s3Storage } from './s3';
import { storageSuite } from './storage-suite';

/**
 * Against a real store, which `npm run verify:s3` starts: KEPT_VERIFY_S3 is its endpoint, KEPT_VERIFY_S3_FOLDER
 * where it keeps buckets; credentials as the SDK reads them.
 */
const endpoint = process.env['KEPT_VERIFY_S3'] ?? '';
const folder = process.env['KEPT_VERIFY_S3_FOLDER'] ?? '';
const place = (bucket: string): S3Place => ({ bucket, region: 'us-east-1', endpoint, pathStyle: true });
const admin = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true });

async function aBucket(fit: { versioned: boolean; locked: boolean }): Promise<string> {
  const bucket = `kept-${randomUUID()}`;
  await admin.send(new CreateBucketCommand({ Bucket: bucket, ObjectLockEnabledForBucket: fit.locked }));
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  if (fit.versioned) await admin.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration }));
  return bucket;
}

storageSuite('S3 storage', async () => {
  const bucket = await aBucket({ versioned: true, locked: true });
  return {
    storage: s3Storage(place(bucket)),
    unreachable: s3Storage({ ...place(bucket), endpoint: 'http://127.0.0.1:1' }),
    async damage(key) {
      const path = join(folder, bucket, key);
      const content = await readFile(path);
      content[3] = 0x58;
      await writeFile(path, content);
    },
    close: () => Promise.resolve(),
  };
});

describe('what a bucket must be', () => {
  const aPut = (more: object = {}) => ({ key: 'k', content: Buffer.from('x'), contentType: 'text/plain', ...more });

  test('a bucket that keeps no versions is refused before anything is lost in it', async () => {
    const storage = s3Storage(place(await aBucket({ versioned: false, locked: false })));
    const refusal = { kind: 'refused', code: 'not_versioned' };
    expect([await storage.check(), await storage.put(aPut())]).toEqual([refusal, refusal]);
    expect(await storage.list('')).toMatchObject({ files: [] });
  });

  test('a bucket without object lock keeps files, and refuses to promise how long', async () => {
    const storage = s3Storage(place(await aBucket({ versioned: true, locked: false })));
    const keepUntil = (Date.now() + 3_600_000) as Instant;
    expect(await storage.put(aPut({ keepUntil }))).toEqual({ kind: 'refused', code: 'no_retention' });
    expect((await storage.put(aPut())).kind).toBe('stored');
  });

  test('a bucket that is not there and credentials that are not known are refused by name', async () => {
    const absent = s3Storage(place('kept-never-made'));
    expect([await absent.check(), await absent.put(aPut())]).toEqual(
      Array.from({ length: 2 }, () => ({ kind: 'refused', code: 'no_bucket' })),
    );
    const bucket = await aBucket({ versioned: true, locked: false });
    const credentials = { accessKeyId: process.env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: 'wrong' };
    const stranger = s3Storage(place(bucket), { credentials });
    expect([await stranger.check(), await stranger.put(aPut()), await stranger.list('')]).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'refused', code: 'denied' })),
    );
  });

  test('what somebody else put into the bucket is called foreign, not read as if it were ours', async () => {
    const bucket = await aBucket({ versioned: true, locked: false });
    await admin.send(new PutObjectCommand({ Bucket: bucket, Key: 'k', Body: 'x' }));
    const storage = s3Storage(place(bucket));
    const refusal = { kind: 'refused', code: 'foreign' };
    expect([await storage.head('k'), await storage.get('k')]).toEqual([refusal, refusal]);
  });

  test('of 10 that put the same absent key of 9 MB at once, one wins', async () => {
    const storage = s3Storage(place(await aBucket({ versioned: true, locked: false })));
    const puts = Array.from({ length: 10 }, (_, index) =>
      storage.put(aPut({ content: Buffer.alloc(9 << 20, index), onlyIfAbsent: true })),
    );
    const kinds = (await Promise.all(puts)).map((answer) => answer.kind);
    expect(kinds.filter((kind) => kind === 'stored')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'exists')).toHaveLength(9);
  });
});
