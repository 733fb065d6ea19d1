import { type SendingMeans, beginBatchStep, finishBatchStep } from '../domain/claims/carry-out-batch';
import { type HandOverTiming, handOverTiming } from '../domain/claims/hand-over-timing';
import { planClaimBatch } from '../domain/claims/plan-claim-batch';
import type { ClearinghousePort } from '../domain/clearinghouse/clearinghouse-port';
import type { Database } from '../domain/database/database';
import type { StoragePort } from '../domain/files/storage-port';
import type { EntityRef, NextStep, StepRef } from '../workflows/contracts/entity';
import { keepTrying } from './keep-trying';
import { onTime } from './on-time';
import { unlessClosed } from './unless-closed';
import { whileAtWork } from './while-at-work';

export interface ClaimBatchDeps {
  readonly database: Database;
  readonly storage: StoragePort;
  /** Undefined: none is configured, batches wait for one. */
  readonly clearinghouse?: ClearinghousePort | undefined;
  /** The standard unless given. */
  readonly handOver?: HandOverTiming;
  /** Tells whoever asked for an activity that it is still at work. */
  readonly alive?: () => void;
}

export interface ClaimBatchActivities {
  claimBatchNextStep(self: EntityRef): Promise<NextStep>;
  claimBatchCarryOut(step: StepRef): Promise<NextStep>;
}

/** What a batch's workflow asks for: plan, and carry one step out. */
export function createClaimBatchActivities({
  database,
  storage,
  clearinghouse,
  handOver: timing = handOverTiming,
  alive,
}: ClaimBatchDeps): ClaimBatchActivities {
  const means: SendingMeans = {
    database,
    storage,
    clearinghouse,
    timing,
    insist: (work) => keepTrying(timing.recordMs, work),
  };
  return {
    claimBatchNextStep: ({ practiceId, id }) =>
      unlessClosed(() =>
        database.inPractice({ practiceId, service: 'edi' }, { act: 'claim_batch.plan', purpose: 'billing' }, (tx) =>
          planClaimBatch(tx, id),
        ),
      ),
    claimBatchCarryOut: (step) =>
      unlessClosed(() =>
        whileAtWork(alive, async () => {
          const { taken, began } = await onTime(step, () => beginBatchStep(means, step.practiceId, step));
          if (taken.kind === 'planned') return taken.next;
          return finishBatchStep(means, step.practiceId, taken, began);
        }),
      ),
  };
}
