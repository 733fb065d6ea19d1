import { createHash } from 'node:crypto';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClearinghousePort } from '../../../domain/clearinghouse/clearinghouse-port';
import type { Instant } from '../../../domain/time/instant';
import { type Answer, type Taken, answersTo, dueOf } from '../../payer/answers';
import { emptyMemory } from '../../payer/payer';
import { openJournal } from '../../sandbox/journal';

const minute = 60_000;
const day = 1440 * minute;
/** Acknowledged, received by the clearinghouse, accepted by the payer, paid: as it goes in the world. */
const delaysMs = [20 * minute, 3 * 60 * minute, day, 9 * day] as const;

/** An answer that waits for us, with when it does. */
export interface WaitingAnswer extends Answer {
  readonly at: Instant;
}

/** The payer simulator's own rules over its own folder, called in process: what runs afterwards goes on from there. */
export interface SimulatedPayer {
  readonly port: ClearinghousePort;
  /** Answers that have come by then and were not asked for before, in their order; they lie in the folder. */
  comeBy(until: Instant): Promise<readonly WaitingAnswer[]>;
  close(): Promise<void>;
}

export async function openSimulatedPayer(folder: string, clock: () => Instant): Promise<SimulatedPayer> {
  const at = (...parts: readonly string[]) => join(folder, 'sftp', ...parts);
  for (const name of ['to', 'from', 'sent']) await mkdir(at(name), { recursive: true, mode: 0o700 });
  const journal = await openJournal<Taken>(folder, Infinity, 'taken');
  const memory = emptyMemory();
  let waiting: readonly WaitingAnswer[] = [];
  let number = 0;

  async function take(name: string, bytes: Uint8Array): Promise<void> {
    number += 1;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const taken: Taken = { number, name, kept: name, sha256, at: clock(), delaysMs };
    await writeFile(at('sent', name), bytes, { mode: 0o600 });
    await journal.append(taken);
    const answers = await answersTo(taken, bytes, memory, 0);
    waiting = [...waiting, ...answers.map((one) => ({ ...one, at: dueOf(taken, one.step, 0) }))].toSorted(
      (a, b) => a.at - b.at || a.name.localeCompare(b.name),
    );
  }

  return {
    port: {
      vendor: 'clearinghouse',
      async send({ name, bytes }) {
        await take(name, bytes);
        return { kind: 'accepted' };
      },
      find: async () => ({ kind: 'unknown', code: 'simulated' }),
      list: async () => ({ kind: 'listed', files: [] }),
      fetch: async () => ({ kind: 'absent' }),
    },
    async comeBy(until) {
      const come = waiting.filter((one) => one.at <= until);
      waiting = waiting.filter((one) => one.at > until);
      for (const { name, bytes, at: left } of come) {
        await writeFile(at('from', name), bytes, { mode: 0o600 });
        await utimes(at('from', name), secondsOf(left), secondsOf(left));
      }
      return come;
    },
    close: () => journal.close(),
  };
}

/** Folders keep whole seconds. */
export const secondsOf = (at: Instant): number => Math.floor(at / 1000);
