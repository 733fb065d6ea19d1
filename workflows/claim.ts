import { continueAsNew, proxyActivities, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import type { ClaimActivities } from '../activities/claim';
import type { EntityRef } from './contracts/entity';
import { sideQueueOf } from './contracts/ids';
import { keep } from './entity';

const plan = proxyLocalActivities<ClaimActivities>({
  startToCloseTimeout: '10s',
  retry: { maximumInterval: '60s' },
});

/** One claim until it is settled, void or given up: who owes it an answer, and until when something can be done about it. */
export async function claim(self: EntityRef): Promise<void> {
  const act = proxyActivities<ClaimActivities>({
    taskQueue: sideQueueOf(workflowInfo().taskQueue, 'edi'),
    startToCloseTimeout: '60s',
    retry: { initialInterval: '1s', maximumInterval: '60s' },
  });
  await keep(self, {
    nextStep: plan.claimNextStep,
    carryOut: act.claimCarryOut,
    continueAsNew: () => continueAsNew<typeof claim>(self),
  });
}
