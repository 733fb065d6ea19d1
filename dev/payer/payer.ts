import { createHash } from 'node:crypto';
import { access, mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../../domain/time/instant';
import { openJournal } from '../sandbox/journal';
import { type Answer, type Memory, type Taken, answersTo, dueOf } from './answers';
import { emptyBook } from './book';

export interface PayerOptions {
  /** Its memory, and the folders that it serves: `sftp/to`, `sftp/from`, `sftp/sent`. */
  readonly folder: string;
  /** Between one answer and the next. */
  readonly paceMs: number;
  readonly clock?: () => Instant;
  readonly say?: (line: string) => void;
}

export interface Payer {
  /** Takes what has come, in the order of names. */
  look(): Promise<void>;
  /** Settled when everything that came so far is answered, however long that takes. */
  answered(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A clearinghouse with its payers. What came is noted before it is moved to `sent`, and all else follows from that note: killed
 * anywhere, it goes on, leaves each answer once, and the same one.
 */
export async function startPayer(options: PayerOptions): Promise<Payer> {
  const { folder, paceMs, clock = () => Date.now() as Instant, say = () => {} } = options;
  const at = (...parts: readonly string[]) => join(folder, 'sftp', ...parts);
  for (const name of ['to', 'from', 'sent']) await mkdir(at(name), { recursive: true, mode: 0o700 });
  const journal = await openJournal<Taken>(folder, Infinity, 'taken');
  const memory = emptyMemory();
  const timers = new Set<NodeJS.Timeout>();
  const leaving = new Set<Promise<void>>();
  const known = new Set<string>();
  let count = 0;
  let working: Promise<void> = Promise.resolve();
  let closed = false;

  for (const taken of journal.earlier) {
    count = taken.number;
    known.add(`${taken.name}/${taken.sha256}`);
    if (await isThere(at('to', taken.name))) await putAway(taken); // killed between note and move
    await answer(taken);
  }

  async function takeAll(): Promise<void> {
    for (const name of (await readdir(at('to'))).toSorted())
      if (!closed && !name.startsWith('.') && !name.endsWith('.tmp')) await take(name);
  }

  async function take(name: string): Promise<void> {
    const sha256 = await digestOf(at('to', name));
    const isAgain = known.has(`${name}/${sha256}`);
    const number = count + 1;
    const kept = isAgain || !(await isThere(at('sent', name))) ? name : `${name}.${String(number)}`;
    const taken: Taken = { number, name, kept, sha256, at: clock() };
    if (!isAgain) {
      await journal.append(taken);
      count = number;
      known.add(`${name}/${sha256}`);
    }
    await putAway(taken);
    if (!isAgain) await answer(taken);
  }

  async function putAway({ name, kept, sha256 }: Taken): Promise<void> {
    if ((await digestOf(at('to', name))) === sha256) await rename(at('to', name), at('sent', kept));
  }

  async function answer(taken: Taken): Promise<void> {
    try {
      const answers = await answersTo(taken, await readFile(at('sent', taken.kept)), memory, paceMs);
      say(`${taken.name}: ${answers.length === 0 ? 'no X12, no answer' : answers.map(({ name }) => name).join(' ')}`);
      for (const one of answers)
        if (!(await isThere(at('from', one.name)))) leaveLater(one, dueOf(taken, one.step, paceMs));
    } catch (error) {
      say(`${taken.name} can not be answered: ${String(error)}`);
    }
  }

  function leaveLater(answer: Answer, due: number): void {
    const left = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          leave(answer).then(resolve, reject);
        },
        Math.max(0, due - clock()),
      );
      timers.add(timer);
    });
    leaving.add(left);
    left
      .catch((error: unknown) => say(`${answer.name} could not be left: ${String(error)}`))
      .finally(() => leaving.delete(left));
  }

  async function leave({ name, bytes }: Answer): Promise<void> {
    await writeFile(at('from', `${name}.tmp`), bytes, { mode: 0o600 });
    await rename(at('from', `${name}.tmp`), at('from', name));
  }

  function look(): Promise<void> {
    const done = working.then(takeAll);
    working = done.catch((error: unknown) => say(`what came could not be taken: ${String(error)}`));
    return done;
  }

  return {
    look,
    async answered() {
      await look();
      while (leaving.size > 0) await Promise.all(leaving);
    },
    async close() {
      closed = true;
      await working;
      for (const timer of timers) clearTimeout(timer);
      await journal.close();
    },
  };
}

export function emptyMemory(): Memory {
  const seen = new Set<string>();
  return {
    book: emptyBook(),
    cameBefore: (sender, control) => {
      const key = `${sender}/${control}`;
      if (seen.has(key)) return true;
      seen.add(key);
      return false;
    },
  };
}

const digestOf = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
