import type { ByteRange, Instant, RefusalCode, StorageFault } from '../../domain/files/storage-port';

export const refused = (code: RefusalCode): StorageFault => ({ kind: 'refused', code });
export const unavailable = (code: string): StorageFault => ({ kind: 'unavailable', code });
export const notFound = { kind: 'not_found' } as const;

export const instant = (epochMs: number): Instant => Math.round(epochMs) as Instant;
/** Stores keep retention in whole seconds. Up, because earlier would be a promise broken. */
export const wholeSecond = (at: Instant): Instant => instant(Math.ceil(at / 1000) * 1000);

/** First and last byte of a range within a file, or nothing where it lies outside. */
export function within(range: ByteRange, bytes: number): { first: number; last: number } | undefined {
  const last = Math.min(range.to ?? bytes - 1, bytes - 1);
  const sound = Number.isSafeInteger(range.from) && range.from >= 0 && range.from <= last;
  return sound && (range.to === undefined || Number.isSafeInteger(range.to)) ? { first: range.from, last } : undefined;
}
