import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { assertOpaque } from './opaque';

/** Inside workflows: nothing is asked for, told, begun anew or answered with more than ids, codes and numbers. */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  inbound: [
    {
      async execute(input, next) {
        const answer: unknown = await next(input);
        assertOpaque(answer, 'workflow result');
        return answer;
      },
    },
  ],
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
      async startChildWorkflowExecution(input, next) {
        assertOpaque(input.options.args, input.workflowType);
        return next(input);
      },
      async signalWorkflow(input, next) {
        assertOpaque(input.args, input.signalName);
        return next(input);
      },
      async continueAsNew(input, next) {
        assertOpaque(input.args, 'continueAsNew');
        return next(input);
      },
    },
  ],
});
