import {
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  ListObjectsV2Command,
  PutObjectRetentionCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import type { Readable } from 'node:stream';
import type { ByteRange, HeadAnswer, StoragePort, StoredFile } from '../../domain/files/storage-port';
import { instant, notFound, refused, wholeSecond } from './answers';
import { sourceOf, verified } from './content';
import { answering, statusOf } from './s3-faults';
import { type Bucket, putObject, versioningCheck } from './s3-put';
import { isStorageKey, isStoragePrefix } from './storage-key';

export interface S3Place {
  readonly bucket: string;
  readonly region: string;
  /** For stores other than AWS. */
  readonly endpoint?: string;
  readonly pathStyle?: boolean;
}

/**
 * Files in a bucket, with the credentials that the AWS SDK finds (environment, role). The bucket must have versioning;
 * `keepUntil` needs object lock, and rights to read retention. Calls end after 3 tries, a silent socket after 20 s.
 */
export function s3Storage(place: S3Place, more: S3ClientConfig = {}): StoragePort {
  const client = new S3Client({
    region: place.region,
    ...(place.endpoint !== undefined && { endpoint: place.endpoint }),
    forcePathStyle: place.pathStyle ?? false,
    maxAttempts: 3,
    responseChecksumValidation: 'WHEN_REQUIRED', // we compare the SHA-256 ourselves, of parts put together too
    requestHandler: { connectionTimeout: 3000, socketTimeout: 20_000 },
    ...more,
  });
  const bucket: Bucket = { client, name: place.bucket, versioned: versioningCheck(client, place.bucket) };
  const object = (key: string, version?: string) => ({
    Bucket: place.bucket,
    Key: key,
    ...(version !== undefined && { VersionId: version }),
  });

  return {
    vendor: 's3',
    put: (request) => {
      const source = sourceOf(request.content);
      return answering(() => putObject(bucket, request, source), source);
    },
    get: (key, { version, range } = {}) =>
      answering(async () => {
        if (!isStorageKey(key)) return refused('key_malformed');
        if (range && !isRange(range)) return refused('range_unsatisfiable');
        const part = range && { Range: `bytes=${range.from}-${range.to ?? ''}` };
        const answer = await known(version, client.send(new GetObjectCommand({ ...object(key, version), ...part })));
        if (!answer) return notFound;
        const content = answer.Body as Readable;
        const file = fileOf(key, answer);
        if (file) return { kind: 'found', file, content: range ? content : verified(content, file.sha256) };
        content.destroy();
        return refused('foreign');
      }),
    head: (key, { version } = {}) => answering(() => head(key, version)),
    list: (prefix, { after, limit = 1000 } = {}) =>
      answering(async () => {
        if (!isStoragePrefix(prefix)) return refused('key_malformed');
        const page = { Prefix: prefix, MaxKeys: limit, ...(after !== undefined && { StartAfter: after }) };
        const listed = await client.send(new ListObjectsV2Command({ Bucket: place.bucket, ...page }));
        const files = (listed.Contents ?? []).map(({ Key = '', Size = 0, LastModified }) => ({
          key: Key,
          bytes: Size,
          storedAt: instant(LastModified?.getTime() ?? 0),
        }));
        return { kind: 'listed', files, more: listed.IsTruncated ?? false };
      }),
    versions: (key, limit = 1000) =>
      answering(async () => {
        if (!isStorageKey(key)) return refused('key_malformed');
        const page = { Bucket: place.bucket, Prefix: key, MaxKeys: limit };
        const listed = await client.send(new ListObjectVersionsCommand(page));
        const versions = (listed.Versions ?? [])
          .filter((one) => one.Key === key)
          .map(({ VersionId = '', Size = 0, LastModified }) => ({
            version: VersionId,
            bytes: Size,
            storedAt: instant(LastModified?.getTime() ?? 0),
          }));
        return { kind: 'listed', versions };
      }),
    keep: (key, version, until) =>
      answering(async () => {
        const rounded = wholeSecond(until);
        if (isStorageKey(key) && rounded <= Date.now()) return refused('retention_past');
        const found = await head(key, version);
        if (found.kind !== 'found') return found;
        if (rounded < (found.file.keepUntil ?? 0)) return refused('retention_shortened');
        const Retention = { Mode: 'COMPLIANCE', RetainUntilDate: new Date(rounded) } as const;
        await client.send(new PutObjectRetentionCommand({ ...object(key, version), Retention }));
        return { kind: 'kept', until: rounded };
      }),
    remove: (key, version) =>
      answering(async () => {
        const found = await head(key, version);
        if (found.kind !== 'found') return found;
        if ((found.file.keepUntil ?? 0) > Date.now()) return refused('kept');
        await client.send(new DeleteObjectCommand(object(key, version)));
        return { kind: 'removed' };
      }),
    check: () => answering(async () => (await bucket.versioned()) ?? { kind: 'ready' }),
  };

  async function head(key: string, version?: string): Promise<HeadAnswer> {
    if (!isStorageKey(key)) return refused('key_malformed');
    const answer = await known(version, client.send(new HeadObjectCommand(object(key, version))));
    if (!answer) return notFound;
    const file = fileOf(key, answer);
    return file ? { kind: 'found', file } : refused('foreign');
  }
}

/** A version that no store ever gave is malformed to some of them; to us it is not there. */
async function known<Answer>(version: string | undefined, asking: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (version !== undefined && statusOf(error) === 400) return undefined;
    throw error;
  }
}

type About = Pick<
  GetObjectCommandOutput,
  | 'ContentLength'
  | 'ContentRange'
  | 'ContentType'
  | 'LastModified'
  | 'Metadata'
  | 'ObjectLockRetainUntilDate'
  | 'VersionId'
>;

function fileOf(key: string, about: About): StoredFile | undefined {
  const sha256 = about.Metadata?.['sha256'];
  if (sha256 === undefined || about.VersionId === undefined) return undefined;
  const total = about.ContentRange?.split('/')[1];
  const until = about.ObjectLockRetainUntilDate;
  return {
    key,
    version: about.VersionId,
    bytes: total === undefined ? (about.ContentLength ?? 0) : Number(total),
    sha256,
    contentType: about.ContentType ?? 'application/octet-stream',
    storedAt: instant(about.LastModified?.getTime() ?? 0),
    ...(until && { keepUntil: instant(until.getTime()) }),
  };
}

const isRange = ({ from, to = Infinity }: ByteRange): boolean =>
  Number.isSafeInteger(from) && from >= 0 && to >= from && (to === Infinity || Number.isSafeInteger(to));
