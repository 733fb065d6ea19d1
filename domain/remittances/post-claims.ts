import { UnknownOutcome } from '../database/kept-client';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { chainsOf } from './chains';
import type { Portion } from './post-remittance';
import { postRemittanceClaim, putToReview } from './post-remittance-claim';

type Run = <T>(act: string, work: (tx: PracticeTx) => Promise<T>) => Promise<T>;

interface Waiting {
  readonly id: string;
  readonly ordinal: number;
  readonly control_number: string;
  readonly payer_control_number: string | null;
}

/** So many claims at a time: while one waits for its commit to be on disk, the others are worked on. */
const lanes = 4;
/** Open screens hear of so many at once. */
const announceEvery = 25;

/**
 * Posts the claims of a payment that nothing has been done with, each in its own transaction. Words about one claim keep their
 * order. Answers how many it posted, and whether some are left.
 */
export async function postClaims(
  run: Run,
  remittanceId: string,
  day: string,
  portion: Portion,
): Promise<{ readonly done: number; readonly left: boolean }> {
  const limit = Math.min(portion.claims, 500);
  let done = 0;
  for (;;) {
    const next = await run('remittance.look', (tx) => found(tx, remittanceId, limit));
    if (next.length === 0) return { done, left: false };
    const queue = chainsOf(next).values();
    await Promise.all(Array.from({ length: lanes }, () => work(queue)));
    if (portion.isOver?.() || done >= portion.claims) return { done, left: true };
  }

  async function work(queue: Iterable<readonly Waiting[]>): Promise<void> {
    for (const words of queue)
      for (const { id } of words) {
        if (portion.isOver?.()) return;
        await postOne(id);
        portion.alive?.();
      }
  }

  async function postOne(id: string): Promise<void> {
    done += 1;
    const isShown = done % announceEvery === 0;
    try {
      await run('remittance_claim.post', async (tx) => {
        await postRemittanceClaim(tx, id, day);
        if (isShown) await tx.announce('payment', remittanceId);
      });
    } catch (error) {
      if (isOnlyLate(error)) throw error;
      portion.failed?.(id, error);
      await run('remittance_claim.review', (tx) => putToReview(tx, id, 'failed'));
    }
  }
}

const found = (tx: PracticeTx, remittanceId: string, limit: number) => tx.all<Waiting>`
  select id, ordinal, control_number, payer_control_number from remittance_claims
   where practice_id = ${tx.practiceId} and remittance_id = ${remittanceId} and state = 'found' order by ordinal limit ${limit}`;

/** The database does not answer, is too busy, or nobody knows whether it has: another time it works, and nothing is done twice. Any other failure is this claim's alone, and a person's. */
const isOnlyLate = (error: unknown): boolean =>
  error instanceof UnknownOutcome ||
  (error instanceof AppError && (error.code === 'try_again' || error.code === 'signed_out'));
