import { S3ServiceException } from '@aws-sdk/client-s3';
import type { RefusalCode, StorageFault } from '../../domain/files/storage-port';
import { refused, unavailable } from './answers';
import type { Source } from './content';

type Fault = StorageFault | { readonly kind: 'not_found' } | { readonly kind: 'exists' };

/** By name, as https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html lists them. */
const named: Readonly<Record<string, RefusalCode>> = {
  NoSuchBucket: 'no_bucket',
  BadDigest: 'checksum_mismatch',
  XAmzContentChecksumMismatch: 'checksum_mismatch',
  XAmzContentSHA256Mismatch: 'checksum_mismatch',
  InvalidRange: 'range_unsatisfiable',
  CredentialsProviderError: 'denied',
};

/**
 * What the store or the network does becomes an answer, `expected` ones in the place of what they would mean otherwise.
 * What the content's own source does, and defects, stay errors. Messages of the SDK are dropped: they may hold keys and hosts.
 */
export async function answering<Answer>(
  work: () => Promise<Answer | StorageFault>,
  source?: Source,
): Promise<Answer | StorageFault> {
  try {
    return await work();
  } catch (error) {
    if (source?.failed()) throw error;
    const fault = faultOf(error);
    if (!fault) throw error;
    return fault as Answer | StorageFault;
  }
}

export const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;

function faultOf(error: unknown): Fault | undefined {
  if (!(error instanceof Error)) return undefined;
  const byName = named[error.name];
  if (byName) return refused(byName);
  const status = statusOf(error);
  if (status === undefined) return networkFault(error);
  if (status === 404) return { kind: 'not_found' };
  if (status === 412) return { kind: 'exists' };
  if (status === 416) return refused('range_unsatisfiable');
  if (status === 401 || status === 403) return refused('denied');
  // 409: somebody else is writing the same key; 400 RequestTimeout: our bytes came too slowly
  const again = status >= 500 || [408, 409, 429].includes(status) || error.name === 'RequestTimeout';
  return again ? unavailable(error.name) : refused('invalid');
}

/** Node's code, as a property or, where the SDK wrapped the error, in its message. */
function networkFault(error: Error): StorageFault | undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return code.startsWith('ERR_INVALID_ARG') ? undefined : unavailable(code);
  if (error.name === 'TimeoutError') return unavailable('ETIMEDOUT');
  const wrapped = /^AWS SDK error wrapper for (?:.*\b(E[A-Z]{3,})\b)?/.exec(error.message);
  return wrapped ? unavailable(wrapped[1] ?? 'EUNKNOWN') : undefined;
}
