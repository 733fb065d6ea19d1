import { randomUUID } from 'node:crypto';
import {
  GetBucketVersioningCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Instant, PutAnswer, PutRequest, StorageFault } from '../../domain/files/storage-port';
import { instant, refused, wholeSecond } from './answers';
import type { Source } from './content';
import { type HeldContent, hold } from './held-content';
import { statusOf } from './s3-faults';
import { isStorageKey } from './storage-key';

export interface Bucket {
  readonly client: S3Client;
  readonly name: string;
  /** Answers a refusal where the bucket would not keep the version before. Asked once per process. */
  versioned(): Promise<StorageFault | undefined>;
}

/** Below it one request, above it several at once: so no more than a few of these are in memory. */
const partBytes = 8 << 20;

export async function putObject(bucket: Bucket, request: PutRequest, source: Source): Promise<PutAnswer> {
  const keepUntil = request.keepUntil === undefined ? undefined : wholeSecond(request.keepUntil);
  if (!isStorageKey(request.key)) return refused('key_malformed');
  if (keepUntil !== undefined && keepUntil <= Date.now()) return refused('retention_past');
  const unfit = await bucket.versioned();
  if (unfit) return unfit;
  const held = await hold(source.chunks, partBytes);
  try {
    if (request.sha256 !== undefined && request.sha256 !== held.sha256) return refused('checksum_mismatch');
    return await send(bucket, request, held, keepUntil);
  } finally {
    await held.release();
  }
}

async function send(
  bucket: Bucket,
  request: PutRequest,
  held: HeldContent,
  keepUntil: Instant | undefined,
): Promise<PutAnswer> {
  const { key, contentType } = request;
  const put = randomUUID();
  const input: PutObjectCommandInput = {
    Bucket: bucket.name,
    Key: key,
    Body: held.body(),
    ContentLength: held.bytes,
    ContentType: contentType,
    Metadata: { sha256: held.sha256, put },
    ...(request.onlyIfAbsent && { IfNoneMatch: '*' }),
    ...(keepUntil !== undefined && { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: new Date(keepUntil) }),
  };
  const known = { key, bytes: held.bytes, sha256: held.sha256, contentType };
  const stored = (version: string | undefined): PutAnswer =>
    version === undefined
      ? refused('not_versioned')
      : {
          kind: 'stored',
          file: { ...known, version, storedAt: instant(Date.now()), ...(keepUntil !== undefined && { keepUntil }) },
        };
  try {
    return stored((await transfer(bucket.client, input, held)).VersionId);
  } catch (error) {
    if (keepUntil !== undefined && error instanceof S3ServiceException && lacksLock(error))
      return refused('no_retention');
    const own = await ownVersion(bucket, key, put, error);
    if (own !== undefined) return stored(own);
    throw error;
  }
}

/** Small content in one request that carries its SHA-256, so the store compares it too; the rest in parts with a CRC each. */
function transfer(client: S3Client, input: PutObjectCommandInput, held: HeldContent) {
  if (held.bytes > partBytes) return new Upload({ client, params: input, partSize: partBytes, queueSize: 2 }).done();
  const ChecksumSHA256 = Buffer.from(held.sha256, 'hex').toString('base64');
  return client.send(new PutObjectCommand({ ...input, ChecksumSHA256 }));
}

/** When an answer was lost and the SDK asked again, "there is one already" may be ours. */
async function ownVersion(bucket: Bucket, key: string, put: string, error: unknown): Promise<string | undefined> {
  if (statusOf(error) !== 412) return undefined;
  const head = await bucket.client.send(new HeadObjectCommand({ Bucket: bucket.name, Key: key }));
  return head.Metadata?.['put'] === put ? head.VersionId : undefined;
}

const lacksLock = (error: S3ServiceException): boolean =>
  error.name === 'InvalidBucketObjectLockConfiguration' ||
  (error.name === 'InvalidRequest' && /object ?lock/i.test(error.message));

/** Whether the bucket keeps every version; what is true once is not asked again. */
export function versioningCheck(client: S3Client, name: string): Bucket['versioned'] {
  let enabled = false;
  return async () => {
    if (enabled) return undefined;
    const { Status } = await client.send(new GetBucketVersioningCommand({ Bucket: name }));
    enabled = Status === 'Enabled';
    return enabled ? undefined : refused('not_versioned');
  };
}
