import { buffer } from 'node:stream/consumers';
import type { ClearinghousePort, FindAnswer, SendAnswer } from '../clearinghouse/clearinghouse-port';
import type { FileStores } from '../clearinghouse/receive-file';
import type { PracticeTx } from '../database/practice-tx';
import type { NextStep } from '../next-step/next-step';
import { AppError } from '../problems';
import {
  type BatchAnswer,
  type BatchStep,
  type Taken,
  type Taking,
  postpone,
  recordHandOver,
  takeBatch,
} from './hand-over';
import { type HandOverTiming, waitAfter } from './hand-over-timing';
import { holdBatch, planClaimBatch } from './plan-claim-batch';
import { writeBatch } from './write-batch';

export interface SendingMeans extends FileStores {
  /** Undefined: none is configured. */
  readonly clearinghouse: ClearinghousePort | undefined;
  readonly timing: HandOverTiming;
  /** Tries again what must be recorded; once where it is not given. */
  readonly insist?: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Takes the batch for one step, if that is what happens next. */
export function beginBatchStep(means: SendingMeans, practiceId: string, step: BatchStep): Promise<Taking> {
  return asEdi(means, practiceId, 'claim_batch.take', (tx) =>
    takeBatch(tx, step, means.clearinghouse?.vendor, means.timing),
  );
}

/**
 * Does what was taken, outside any transaction, and records what came of it. Answers what happens next.
 * @param began when taking it began, on a clock that sleeping does not stop
 */
export async function finishBatchStep(
  means: SendingMeans,
  practiceId: string,
  taken: Taken,
  began: number,
): Promise<NextStep> {
  const insist = means.insist ?? ((work) => work());
  if (taken.kind === 'write') return write(means, practiceId, taken.id);
  const answer = await call(means, practiceId, taken, began);
  return insist(() =>
    asEdi(means, practiceId, 'claim_batch.record', (tx) => recordHandOver(tx, taken, answer, means.timing)),
  );
}

const asEdi = <T>(
  { database }: FileStores,
  practiceId: string,
  act: string,
  work: (tx: PracticeTx) => Promise<T>,
): Promise<T> => database.inPractice({ practiceId, service: 'edi' }, { act, purpose: 'billing' }, work);

/** A file store that does not answer is waited for. */
async function write(means: SendingMeans, practiceId: string, id: string): Promise<NextStep> {
  let reason: string | undefined;
  try {
    await writeBatch(means, practiceId, id);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'try_again')) throw error;
    reason = 'files_unavailable';
  }
  return asEdi(means, practiceId, 'claim_batch.plan', async (tx) => {
    const { batch } = await holdBatch(tx, id);
    if (reason !== undefined && batch.state === 'open')
      await postpone(tx, batch, reason, waitAfter(batch.attempts + 1, means.timing));
    return planClaimBatch(tx, id);
  });
}

/** Bounded; never throws for what the clearinghouse or the file store says. A process that slept does not send. */
async function call(means: SendingMeans, practiceId: string, taken: Taken, began: number): Promise<BatchAnswer> {
  const { clearinghouse, storage, timing } = means;
  if (!clearinghouse) return { kind: 'not_sent', code: 'not_configured' };
  const file = await asEdi(means, practiceId, 'claim_batch.read', (tx) => fileOf(tx, taken.id));
  if (taken.kind === 'ask')
    return within<FindAnswer>(timing.callMs, () => clearinghouse.find(file.name), { kind: 'unknown', code: 'timeout' });
  const content = await storage.get(file.storage_key);
  if (content.kind !== 'found') return { kind: 'no_file', code: 'files_unavailable' };
  const bytes = await buffer(content.content);
  if (performance.now() - began > timing.leaseMs - timing.callMs) return { kind: 'not_sent', code: 'slept' };
  return within<SendAnswer>(timing.callMs, (signal) => clearinghouse.send({ name: file.name, bytes }, signal), {
    kind: 'unknown',
    code: 'timeout',
  });
}

async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>, late: T): Promise<T> {
  const signal = AbortSignal.timeout(ms);
  const over = new Promise<T>((resolve) => signal.addEventListener('abort', () => resolve(late), { once: true }));
  return Promise.race([work(signal), over]);
}

async function fileOf(
  tx: PracticeTx,
  batchId: string,
): Promise<{ readonly name: string; readonly storage_key: string }> {
  const file = await tx.one<{ name: string; storage_key: string }>`
    select f.name, f.storage_key from claim_batches b join edi_files f on f.practice_id = b.practice_id and f.id = b.file_id
     where b.practice_id = ${tx.practiceId} and b.id = ${batchId}`;
  if (!file) throw new AppError('not_found');
  return file;
}
