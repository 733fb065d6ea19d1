import type { Service } from '../access/roles';
import type { PracticeId } from '../ids';
import type { Database } from './database';
import type { PracticeTx } from './practice-tx';

/** A change of data that a migration must not make: done practice by practice, in batches, in the practice's own context. */
export interface Backfill {
  /** For good: under this name its progress is remembered. */
  readonly name: string;
  /** As whom. Row-level security holds for backfills too. */
  readonly service: Service;
  /**
   * Changes the next rows after `from` (null: the first), a few hundred at most, and says how many and where it stopped; null
   * when there are no more. It may be rolled back and run again, so it has no effect but through `tx`.
   */
  readonly batch: (
    tx: PracticeTx,
    from: string | null,
  ) => Promise<{ readonly rows: number; readonly next: string | null }>;
}

export interface BackfillOptions {
  /** How long one batch may take before another runner may take over; 60 s. */
  readonly leaseSeconds?: number;
  /** How long to wait where other runners have all that is left; 1 s. */
  readonly waitMs?: number;
  /** After each batch. */
  readonly onBatch?: (practiceId: PracticeId, rows: number) => void;
}

interface Progress {
  readonly practice_id: PracticeId;
  readonly rows: number;
  readonly done_at: Date | null;
}

/** Somebody else went on from where this runner began: its lease had run out, and its batch is rolled back. */
class Overtaken extends Error {}

/**
 * Runs a backfill in every open practice until it is done in all of them. Any number of runners may do so at once: each row is
 * changed once. A runner that dies is overtaken when its lease ends; whoever runs it again goes on where it stopped.
 * @returns how many rows it has changed by all runners of all time
 */
export async function runBackfill(
  database: Database,
  backfill: Backfill,
  options: BackfillOptions = {},
): Promise<number> {
  for (;;) {
    const progress = await backfillProgress(database, backfill);
    const left = progress.filter((one) => one.done_at === null);
    if (left.length === 0) return progress.reduce((sum, one) => sum + one.rows, 0);
    let worked = false;
    for (const { practice_id: practiceId } of left)
      while (await nextBatch(database, backfill, practiceId, options)) worked = true;
    if (!worked) await new Promise((resolve) => setTimeout(resolve, options.waitMs ?? 1_000));
  }
}

export async function backfillProgress(
  database: Database,
  backfill: Pick<Backfill, 'name'>,
): Promise<readonly Progress[]> {
  const { rows } = await database.kernel.raw<{ rows: Progress[] }>('select * from kernel.backfill_state(?)', [
    backfill.name,
  ]);
  return rows;
}

/** False when there is nothing left here, or another runner has it. */
async function nextBatch(
  database: Database,
  { name, service, batch }: Backfill,
  practiceId: PracticeId,
  { leaseSeconds = 60, onBatch }: BackfillOptions,
): Promise<boolean> {
  const { rows } = await database.kernel.raw<{ rows: { taken: boolean; cursor: string | null }[] }>(
    'select taken, cursor from kernel.take_backfill(?, ?, ?::interval)',
    [name, practiceId, `${leaseSeconds} seconds`],
  );
  const [lease] = rows;
  if (!lease?.taken) return false;
  const act = { act: `backfill.${name}`, purpose: 'operations' } as const;
  try {
    const done = await database.inPractice({ practiceId, service }, act, async (tx) => {
      const { rows: changed, next } = await batch(tx, lease.cursor);
      const row = await tx.one<{ mine: boolean }>`
        select kernel.advance_backfill(${name}, ${lease.cursor}, ${next}, ${changed}) as mine`;
      if (!row?.mine) throw new Overtaken(name);
      return changed;
    });
    onBatch?.(practiceId, done);
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
  }
  return true;
}
