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
  /**
   * What lay there at the last look, by fingerprint; each look puts its own in its place. A file is taken only when it is as it was
   * at the look before: one that is still being written is left alone.
   */
  readonly seen: Set<string>;
}

/** What a round brought. Codes are for an operator. */
export interface Collected {
  /** Files that are stored now. */
  readonly stored: number;
  /** Files that are for no practice which may have them; they stay where they are, and are fetched again once that may be otherwise. */
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
 * for. Nothing is read here, and nothing removed there. Broken off, or done by two at once, each file is stored once. What is for
 * nobody is fetched once, and again when another practice could have it.
 */
export async function collectAnswers(means: CollectingMeans): Promise<Collected> {
  const { database, clearinghouse, seen } = means;
  const { vendor } = clearinghouse;
  const who = await whoMay(database, vendor);
  if (who.practices.size === 0) return { stored: 0, unplaced: 0 };
  const waiting = await clearinghouse.list();
  if (waiting.kind !== 'listed') return { stored: 0, unplaced: 0, code: waiting.code };
  const lying = waiting.files.map((file) => ({ file, key: fetchKeyOf(vendor, file) }));
  await database.kernel.raw('select kernel.forget_unplaced(?, ?::bytea[])', [vendor, lying.map(({ key }) => key)]);
  const settled = lying.filter(({ key }) => seen.has(key.toString('hex')));
  seen.clear();
  for (const { key } of lying) seen.add(key.toString('hex'));

  let [stored, unplaced, broken] = [0, 0, 0];
  const failures: unknown[] = [];
  const isNobodys = async (key: Buffer) => {
    unplaced += 1;
    await database.kernel.raw('select kernel.note_unplaced(?, ?, ?)', [key, vendor, who.choice]);
  };
  for (const { file, key } of await notPlaced(database, settled, who.choice)) {
    if (file.bytes > largest) {
      await isNobodys(key);
      continue;
    }
    const fetched = await clearinghouse.fetch(file.name);
    if (fetched.kind === 'absent') continue;
    if (fetched.kind === 'unavailable') return { stored, unplaced, code: fetched.code };
    const became = await fateOf(means, who, file, fetched.content).catch((error: unknown) => {
      failures.push(error); // told when the others are here: one that cannot be kept must not hold them up
      return 'failed' as const;
    });
    if (became === 'broken_off') broken += 1; // it comes again, and must not hold up those after it
    if (became === 'unplaced') await isNobodys(key);
    if (became !== 'stored') continue;
    stored += 1;
    await database.kernel.raw('select kernel.note_fetched(?)', [key]);
  }
  if (failures.length > 0) throw failures[0];
  return { stored, unplaced, ...(broken > 0 && { code: 'broken_off' }) };
}

/** What becomes of a file. Only what happens on its way here is the file's; what happens with it here is ours, and thrown. */
async function fateOf(
  means: CollectingMeans,
  who: Who,
  { name, bytes }: WaitingFile,
  content: Readable,
): Promise<'stored' | 'unplaced' | 'broken_off'> {
  let isHere = false;
  try {
    return await means.hold(content, largest, (held) => {
      isHere = true;
      if (held.bytes !== bytes) return Promise.resolve('broken_off' as const); // it has grown since it was looked at
      return storeFor(means, who, name, held);
    });
  } catch (error) {
    if (isHere) throw error;
    return error instanceof FileTooLarge ? 'unplaced' : 'broken_off';
  }
}

/** Keeps a file for whoever it is for. Nothing in it, or several who could be meant: it is nobody's. */
async function storeFor(
  means: CollectingMeans,
  who: Who,
  name: string,
  held: HeldFile,
): Promise<'stored' | 'unplaced'> {
  if (held.bytes === 0) return 'unplaced';
  const first = held.open();
  const beginning = await buffer(firstBytes(first));
  first.destroy();
  const receiver = sniff(beginning)?.interchange.receiver.id.replaceAll('\0', '').trim() ?? '';
  const { rows } = await means.database.kernel.raw<{ rows: { id: string }[] }>(
    'select id from kernel.practices_receiving(?) as id',
    [receiver],
  );
  const [practice, another] = rows;
  if (!practice || another || !who.practices.has(practice.id)) return 'unplaced';
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

interface Lying {
  readonly file: WaitingFile;
  readonly key: Buffer;
}

async function notPlaced(database: Database, lying: readonly Lying[], choice: Buffer): Promise<readonly Lying[]> {
  const { rows } = await database.kernel.raw<{ rows: { key: Buffer }[] }>(
    'select key from kernel.not_placed(?::bytea[], ?) as key',
    [lying.map(({ key }) => key), choice],
  );
  const open = new Set(rows.map(({ key }) => key.toString('hex')));
  return lying.filter(({ key }) => open.has(key.toString('hex')));
}

/** A file that was written anew under the same name is another file. */
export const fetchKeyOf = (vendor: string, { name, bytes, writtenAt }: WaitingFile): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([vendor, name, bytes, writtenAt]))
    .digest();

interface Who {
  /** Those that have an agreement with the clearinghouse. Where nobody has, nothing is asked of it. */
  readonly practices: ReadonlySet<string>;
  /** A fingerprint of all that decides whose a file is: who may have one, and as whom every practice bills. */
  readonly choice: Buffer;
}

async function whoMay(database: Database, vendor: string): Promise<Who> {
  const { rows } = await database.kernel.raw<{ rows: { id: string }[] }>(
    'select id from kernel.practices_open() as id',
  );
  const practices = new Set<string>();
  const said: unknown[] = [];
  for (const { id } of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { may, names } = await database.inPractice({ practiceId: id, service: 'edi' }, undefined, async (tx) => ({
      may: await isCovered(tx, vendor),
      names: await tx.all<{ sender_id: string }>`
        select distinct sender_id from billing_profiles where practice_id = ${tx.practiceId} order by 1`,
    }));
    if (may) practices.add(id);
    said.push([id, may, names.map(({ sender_id }) => sender_id)]);
  }
  return { practices, choice: createHash('sha256').update(JSON.stringify(said)).digest() };
}
