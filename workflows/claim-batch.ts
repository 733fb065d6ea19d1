import { continueAsNew, proxyActivities, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import type { ClaimBatchActivities } from '../activities/claim-batch';
import type { EntityRef } from './contracts/entity';
import { sideQueueOf } from './contracts/ids';
import { keep } from './entity';

const plan = proxyLocalActivities<ClaimBatchActivities>({
  startToCloseTimeout: '10s',
  retry: { maximumInterval: '60s' },
});

/** One batch of claims: written, handed over once, and kept in sight until the clearinghouse has taken or refused it. */
export async function claimBatch(self: EntityRef): Promise<void> {
  const act = proxyActivities<ClaimBatchActivities>({
    taskQueue: sideQueueOf(workflowInfo().taskQueue, 'edi'),
    startToCloseTimeout: '180s', // longer than a call and the recording of its answer: domain/claims/hand-over-timing.ts
    heartbeatTimeout: '20s', // a worker that is gone is noticed by its silence
    retry: { initialInterval: '1s', maximumInterval: '60s' },
  });
  await keep(self, {
    nextStep: plan.claimBatchNextStep,
    carryOut: act.claimBatchCarryOut,
    continueAsNew: () => continueAsNew<typeof claimBatch>(self),
  });
}
