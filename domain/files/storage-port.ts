import type { Readable } from 'node:stream';
import type { Instant } from '../time/instant';

export type { Instant };

/**
 * Where files are kept. Nothing that a store or a network does is thrown: it is an answer.
 *
 * A key is opaque: lower-case words of letters, digits, `.`, `_` and `-`, joined by `/` (`era/0198…/file.edi`);
 * never a name that a person gave. A key is not also the folder of another key: some stores cannot hold both.
 */
export interface StoragePort {
  /** Who runs the store, as the register of agreements names it. */
  readonly vendor: string;
  /** Keeps the content as the newest version of its key; earlier versions stay. All of it is kept, or nothing. */
  put(request: PutRequest): Promise<PutAnswer>;
  /**
   * The content as a stream, which the caller reads to its end or destroys. A whole file that is no longer
   * what was put ends the stream with an error: never trust bytes before the stream has ended well.
   */
  get(key: string, which?: Which & { readonly range?: ByteRange }): Promise<GetAnswer>;
  head(key: string, which?: Which): Promise<HeadAnswer>;
  /** Keys that begin with `prefix` (any beginning of a key, or '' for all), in the order of their bytes. */
  list(prefix: string, page?: Page): Promise<ListAnswer>;
  /** The versions of one key, newest first. */
  versions(key: string, limit?: number): Promise<VersionsAnswer>;
  /** Keeps a version from being removed until then. It can be made later, never earlier, by nobody. */
  keep(key: string, version: string, until: Instant): Promise<KeepAnswer>;
  /** Ends one version for good: for disposal that was approved. The version before it is the newest again. */
  remove(key: string, version: string): Promise<RemoveAnswer>;
  /** Whether the store can be reached and does what the port promises. For health pages. */
  check(): Promise<{ readonly kind: 'ready' } | StorageFault>;
}

export interface PutRequest {
  readonly key: string;
  readonly content: Uint8Array | Readable;
  readonly contentType: string;
  /** Hex. Content that differs is refused as `checksum_mismatch` and not kept. */
  readonly sha256?: string;
  /** Answers `exists` where the key has a version. Of many at once, one wins. */
  readonly onlyIfAbsent?: boolean;
  /** Rounded up to a whole second. */
  readonly keepUntil?: Instant;
}

/** The newest version, unless one is named. */
export interface Which {
  readonly version?: string;
}

/** Both ends count. Without `to` it goes on to the end, as it does where `to` lies behind it. */
export interface ByteRange {
  readonly from: number;
  readonly to?: number;
}

export interface Page {
  /** The last key of the page before. */
  readonly after?: string;
  /** At most 1,000, which is also what it is when it is left out. */
  readonly limit?: number;
}

export interface StoredFile {
  readonly key: string;
  readonly version: string;
  readonly bytes: number;
  /** Hex, of the whole content. */
  readonly sha256: string;
  readonly contentType: string;
  readonly storedAt: Instant;
  readonly keepUntil?: Instant;
}

export interface ListedFile {
  readonly key: string;
  readonly bytes: number;
  readonly storedAt: Instant;
}

export interface ListedVersion {
  readonly version: string;
  readonly bytes: number;
  readonly storedAt: Instant;
}

/** Will not be done, however often it is asked. */
export type RefusalCode =
  | 'key_malformed'
  | 'checksum_mismatch'
  | 'range_unsatisfiable'
  | 'kept'
  | 'retention_shortened'
  | 'retention_past'
  /** The store was set up without what the port promises. */
  | 'not_versioned'
  | 'no_retention'
  | 'no_bucket'
  /** The store does not let us: credentials or rights. */
  | 'denied'
  /** Something that this port did not put there. */
  | 'foreign'
  | 'no_agreement'
  /** The store found fault with the request itself. */
  | 'invalid';

export type StorageFault =
  | { readonly kind: 'refused'; readonly code: RefusalCode }
  /** Nobody knows whether it was done; asking again is right. `code` is the store's or the network's. */
  | { readonly kind: 'unavailable'; readonly code: string };

type NotFound = { readonly kind: 'not_found' };

export type PutAnswer =
  | { readonly kind: 'stored'; readonly file: StoredFile }
  | { readonly kind: 'exists' }
  | StorageFault;
export type GetAnswer =
  | { readonly kind: 'found'; readonly file: StoredFile; readonly content: Readable }
  | NotFound
  | StorageFault;
export type HeadAnswer = { readonly kind: 'found'; readonly file: StoredFile } | NotFound | StorageFault;
export type ListAnswer =
  | { readonly kind: 'listed'; readonly files: readonly ListedFile[]; readonly more: boolean }
  | StorageFault;
export type VersionsAnswer = { readonly kind: 'listed'; readonly versions: readonly ListedVersion[] } | StorageFault;
export type KeepAnswer = { readonly kind: 'kept'; readonly until: Instant } | NotFound | StorageFault;
export type RemoveAnswer = { readonly kind: 'removed' } | NotFound | StorageFault;
