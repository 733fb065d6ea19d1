import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Database } from '../database/database';
import type { Entering } from '../database/kept-client';
import type { PracticeTx } from '../database/practice-tx';
import type { StoragePort } from '../files/storage-port';
import { newId } from '../ids';
import { AppError } from '../problems';

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

/**
 * Keeps a file byte for byte before anything reads it. The same bytes again are the same file.
 * @throws AppError `malformed` for no bytes at all, `try_again` when the store does not take it
 */
export async function receiveFile(
  { database, storage }: FileStores,
  entering: Entering,
  file: IncomingFile,
): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of file.open() as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  if (bytes === 0) throw new AppError('malformed');
  const sha256 = hash.digest();
  const known = await inPractice((tx) => fileOf(tx, sha256));
  if (known !== undefined) return { id: known, sha256: sha256.toString('hex'), before: true };

  const id = newId();
  const key = `edi/in/${id}`;
  const put = await storage.put({
    key,
    content: file.open(),
    contentType: 'application/edi-x12',
    sha256: sha256.toString('hex'),
  });
  if (put.kind !== 'stored') throw new AppError('try_again');
  const kept = await inPractice(async (tx) => {
    await tx
      .rows('edi_files')
      .insert({
        practice_id: tx.practiceId,
        id,
        direction: 'in',
        name: file.name.slice(0, 200),
        sha256,
        bytes,
        storage_key: key,
        came_by: file.cameBy,
        state: 'stored',
      })
      .onConflict(['practice_id', 'direction', 'sha256'])
      .ignore();
    tx.touch({ record: id });
    return fileOf(tx, sha256);
  });
  return { id: kept ?? id, sha256: sha256.toString('hex'), before: kept !== id };

  function inPractice<T>(work: (tx: PracticeTx) => Promise<T>): Promise<T> {
    return database.inPractice(entering, { act: 'edi_file.receive', purpose: 'billing' }, work);
  }
}

async function fileOf(tx: PracticeTx, sha256: Buffer): Promise<string | undefined> {
  const row = await tx.one<{ id: string }>`
    select id from edi_files where practice_id = ${tx.practiceId} and direction = 'in' and sha256 = ${sha256}`;
  return row?.id;
}
