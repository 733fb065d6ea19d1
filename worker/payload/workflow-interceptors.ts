import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { assertOpaque } from './opaque';

/** Inside workflows: nothing is asked for, or begun anew, with more than ids, codes and numbers. */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  outbound: [
    {
      async scheduleActivity(input, next) {
        assertOpaque(input.args, input.activityType);
        return next(input);
      },
      async scheduleLocalActivity(input, next) {
        assertOpaque(input.args, input.activityType);
        return next(input);
      },
      async continueAsNew(input, next) {
        assertOpaque(input.args, 'continueAsNew');
        return next(input);
      },
    },
  ],
});
