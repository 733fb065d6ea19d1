import { continueAsNew, proxyActivities, proxyLocalActivities, workflowInfo } from '@temporalio/workflow';
import type { AppointmentActivities } from '../activities/appointment';
import type { EntityRef } from './contracts/entity';
import { sideQueueOf } from './contracts/ids';
import { keep } from './entity';

// Planning is short, an upsert, and may run twice: local. Acting calls a vendor: never local, and on a queue that can be limited.
// Neither ends the workflow: no maximum of attempts, nothing non-retryable.
const plan = proxyLocalActivities<AppointmentActivities>({
  startToCloseTimeout: '10s',
  retry: { maximumInterval: '60s' },
});

/** One appointment from booking to the end of its story: its reminders, the question about someone who did not come, its notice. */
export async function appointment(self: EntityRef): Promise<void> {
  const act = proxyActivities<AppointmentActivities>({
    taskQueue: sideQueueOf(workflowInfo().taskQueue, 'messages'),
    startToCloseTimeout: '60s',
    retry: { initialInterval: '1s', maximumInterval: '60s' },
  });
  await keep(self, {
    nextStep: plan.appointmentNextStep,
    carryOut: act.appointmentCarryOut,
    continueAsNew: () => continueAsNew<typeof appointment>(self),
  });
}
