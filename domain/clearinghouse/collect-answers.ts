import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Database } from '../database/database';
import { FileTooLarge, type HeldFile, type HoldFile } from '../files/hold-port';
import { isCovered } from '../practice/agreements';
import { sniff } from '../x12/sniff';
import type { ClearinghousePort, WaitingFile } from './clearinghouse-port';
import { type FileStores, registerFile, storeFile } from './receive-file';

export interface CollectingMeans extends FileStores {
  readonly clearinghouse: ClearinghousePort;
  readonly hold: HoldFile;
}

/** What a round brought. Codes are for an operator. */
export interface Collected {
  /** Files that are stored now. */
  readonly stored: number;
  /** Files that are for no practice which may have them; they stay where they are, and are looked at again. */
  readonly unplaced: number;
  /** Why the round ended early, or left a file for the next one. */
  readonly code?: string;
}

/** One that is larger is no answer to a claim. */
const largest = 500_000_000;
/** A few segments tell for whom a file is. */
const enough = 4096;

/**
 * Fetches what waits at the clearinghouse and was not fetched before, and stores it byte for byte, for the practice that it is
 * for. Nothing is read here, and nothing removed there. Broken off, or done by two at once, each file is stored once.
 */
export async function collectAnswers(means: CollectingMeans): Promise<Collected> {
  const { database, clearinghouse } = means;
  if (!(await someoneMay(database, clearinghouse.vendor))) return { stored: 0, unplaced: 0 };
  const waiting = await clearinghouse.list();
  if (waiting.kind !== 'listed') return { stored: 0, unplaced: 0, code: waiting.code };

  let [stored, unplaced, broken] = [0, 0, 0];
  for (const { file, key } of await notFetched(database, clearinghouse.vendor, waiting.files)) {
    if (file.bytes > largest) {
      unplaced += 1;
      continue;
    }
    const fetched = await clearinghouse.fetch(file.name);
    if (fetched.kind === 'absent') continue;
    if (fetched.kind === 'unavailable') return { stored, unplaced, code: fetched.code };
    const became = await fateOf(means, file.name, fetched.content);
    if (became === 'broken_off') broken += 1; // it comes again, and must not hold up those after it
    if (became === 'unplaced') unplaced += 1;
    if (became !== 'stored') continue;
    stored += 1;
    await database.kernel.raw('select kernel.note_fetched(?)', [key]);
  }
  return { stored, unplaced, ...(broken > 0 && { code: 'broken_off' }) };
}

/** What becomes of a file. Only what happens on its way here is the file's; what happens with it here is ours, and thrown. */
async function fateOf(
  means: CollectingMeans,
  name: string,
  content: Readable,
): Promise<'stored' | 'unplaced' | 'broken_off'> {
  let isHere = false;
  try {
    return await means.hold(content, largest, (held) => {
      isHere = true;
      return storeFor(means, name, held);
    });
  } catch (error) {
    if (isHere) throw error;
    return error instanceof FileTooLarge ? 'unplaced' : 'broken_off';
  }
}

/** Keeps a file for whoever it is for. Nothing in it, or several who could be meant: it is nobody's. */
async function storeFor(means: CollectingMeans, name: string, held: HeldFile): Promise<'stored' | 'unplaced'> {
  if (held.bytes === 0) return 'unplaced';
  const first = held.open();
  const beginning = await buffer(firstBytes(first));
  first.destroy();
  const receiver = sniff(beginning)?.interchange.receiver.id.trim() ?? '';
  const { rows } = await means.database.kernel.raw<{ rows: { id: string }[] }>(
    'select id from kernel.practices_receiving(?) as id',
    [receiver],
  );
  const [practice, another] = rows;
  if (!practice || another || !(await mayGet(means.database, practice.id, means.clearinghouse.vendor)))
    return 'unplaced';
  const entering = { practiceId: practice.id, service: 'edi' } as const;
  const kept = await storeFile(means, entering, held);
  const act = { act: 'edi_file.receive', purpose: 'billing' } as const;
  await means.database.inPractice(entering, act, (tx) => registerFile(tx, kept, { name, cameBy: 'clearinghouse' }));
  return 'stored';
}

async function* firstBytes(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = enough;
  for await (const chunk of source) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

async function notFetched(database: Database, vendor: string, files: readonly WaitingFile[]) {
  const keyed = files.map((file) => ({ file, key: fetchKeyOf(vendor, file) }));
  const { rows } = await database.kernel.raw<{ rows: { key: Buffer }[] }>(
    'select key from kernel.not_fetched(?::bytea[]) as key',
    [keyed.map(({ key }) => key)],
  );
  const open = new Set(rows.map(({ key }) => key.toString('hex')));
  return keyed.filter(({ key }) => open.has(key.toString('hex')));
}

/** A file that was written anew under the same name is another file. */
export const fetchKeyOf = (vendor: string, { name, bytes, writtenAt }: WaitingFile): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([vendor, name, bytes, writtenAt]))
    .digest();

/** Where nobody has an agreement with the clearinghouse, nothing is asked of it. */
async function someoneMay(database: Database, vendor: string): Promise<boolean> {
  const { rows } = await database.kernel.raw<{ rows: { id: string }[] }>(
    'select id from kernel.practices_open() as id',
  );
  for (const { id } of rows) if (await mayGet(database, id, vendor)) return true;
  return false;
}

const mayGet = (database: Database, practiceId: string, vendor: string): Promise<boolean> =>
  database.inPractice({ practiceId, service: 'edi' }, undefined, (tx) => isCovered(tx, vendor));
