import { continueAsNew, proxyActivities, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import type { RemittanceActivities } from '../activities/remittance';
import type { EntityRef } from './contracts/entity';
import { sideQueueOf } from './contracts/ids';
import { keep } from './entity';

const plan = proxyLocalActivities<RemittanceActivities>({
  startToCloseTimeout: '10s',
  retry: { maximumInterval: '60s' },
});

/** One file that came in: read, posted claim by claim in portions, and what a person takes back of it undone. */
export async function remittance(self: EntityRef): Promise<void> {
  const act = proxyActivities<RemittanceActivities>({
    taskQueue: sideQueueOf(workflowInfo().taskQueue, 'edi'),
    // a large file is read in one piece; a worker that is gone is noticed by its silence
    startToCloseTimeout: '60m',
    heartbeatTimeout: '20s',
    retry: { initialInterval: '1s', maximumInterval: '60s' },
  });
  await keep(self, {
    nextStep: plan.remittanceNextStep,
    carryOut: act.remittanceCarryOut,
    continueAsNew: () => continueAsNew<typeof remittance>(self),
  });
}
