import type { Readable } from 'node:stream';

/** A file that came as a stream, held on this machine until it is in the file store. */
export interface HeldFile {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  /** Its bytes from the beginning, as often as one likes. */
  open(): Readable;
}

/** More came than may come. */
export class FileTooLarge extends Error {}

/**
 * Holds what comes, whatever its size, up to `maxBytes`, as long as `work` runs.
 * @throws FileTooLarge, and whatever breaks the stream off or leaves no room for it
 */
export type HoldFile = <T>(source: Readable, maxBytes: number, work: (file: HeldFile) => Promise<T>) => Promise<T>;
