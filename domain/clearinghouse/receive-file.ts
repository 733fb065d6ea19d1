import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Database } from '../database/database';
import type { Entering } from '../database/kept-client';
import type { PracticeTx } from '../database/practice-tx';
import type { StoragePort } from '../files/storage-port';
import { newId } from '../ids';
import { AppError } from '../problems';
import { toDate } from '../time/instant';

export interface FileStores {
  readonly database: Database;
  readonly storage: StoragePort;
}

export interface IncomingFile {
  /** What the sender called it. Shown to people, never trusted. */
  readonly name: string;
  readonly cameBy: 'upload' | 'clearinghouse' | 'command';
  /** Its bytes from the beginning; called twice. */
  readonly open: () => Readable;
}

export interface ReceivedFile {
  readonly id: string;
  readonly sha256: string;
  /** The very same bytes came before. */
  readonly before: boolean;
}

/** A file whose hash and length are known. */
export interface MeasuredFile {
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly open: () => Readable;
}

/** A file that is in the store, and its row not yet; or the row of the very same bytes that came before. */
export interface StoredFile {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly before: boolean;
}

/**
 * Keeps a file byte for byte before anything reads it. The same bytes again are the same file.
 * @throws AppError `malformed` for no bytes at all, `try_again` when the store does not take it
 */
export async function receiveFile(stores: FileStores, entering: Entering, file: IncomingFile): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of file.open() as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  if (bytes === 0) throw new AppError('malformed');
  const sha256 = hash.digest('hex');
  const stored = await storeFile(stores, entering, { sha256, bytes, open: file.open });
  if (stored.before) return { id: stored.id, sha256, before: true };
  const act = { act: 'edi_file.receive', purpose: 'billing' } as const;
  const kept = await stores.database.inPractice(entering, act, (tx) => registerFile(tx, stored, file));
  return { ...kept, sha256 };
}

/** Puts the bytes into the store, outside of any transaction. @throws AppError `try_again` when the store does not take them */
export async function storeFile(
  { database, storage }: FileStores,
  entering: Entering,
  { sha256, bytes, open }: MeasuredFile,
): Promise<StoredFile> {
  const known = await database.inPractice(entering, undefined, (tx) => fileOf(tx, sha256));
  if (known !== undefined) return { id: known, sha256, bytes, before: true };
  const id = newId();
  const put = await storage.put({ key: keyOf(id), content: open(), contentType: 'application/edi-x12', sha256 });
  if (put.kind !== 'stored') throw new AppError('try_again');
  return { id, sha256, bytes, before: false };
}

/** Makes the row of a file that is in the store; of two with the same bytes the first one has it. */
export async function registerFile(
  tx: PracticeTx,
  { id, sha256, bytes, before }: StoredFile,
  { name, cameBy }: Pick<IncomingFile, 'name' | 'cameBy'>,
): Promise<{ readonly id: string; readonly before: boolean }> {
  if (before) return { id, before };
  await tx
    .rows('edi_files')
    .insert({
      practice_id: tx.practiceId,
      id,
      direction: 'in',
      name: name.slice(0, 200),
      sha256: Buffer.from(sha256, 'hex'),
      bytes,
      storage_key: keyOf(id),
      came_by: cameBy,
      state: 'stored',
      ordered_by: cameBy === 'upload' ? tx.actor : null,
      at: toDate(tx.now),
    })
    .onConflict(['practice_id', 'direction', 'sha256'])
    .ignore();
  const kept = (await fileOf(tx, sha256)) ?? id;
  tx.touch({ record: kept });
  if (kept === id) await tx.tell('remittance', id, 1);
  return { id: kept, before: kept !== id };
}

const keyOf = (id: string): string => `edi/in/${id}`;

async function fileOf(tx: PracticeTx, sha256: string): Promise<string | undefined> {
  const row = await tx.one<{ id: string }>`
    select id from edi_files
     where practice_id = ${tx.practiceId} and direction = 'in' and sha256 = ${Buffer.from(sha256, 'hex')}`;
  return row?.id;
}
