import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { assertOpaque } from './opaque';

/** Where the relay starts and signals workflows. */
export const clientInterceptor: WorkflowClientInterceptor = {
  async startWithDetails(input, next) {
    assertOpaque(input.options.args, input.workflowType);
    return next(input);
  },
  async signalWithStart(input, next) {
    assertOpaque(input.options.args, input.workflowType);
    assertOpaque(input.signalArgs, input.signalName);
    return next(input);
  },
  async signal(input, next) {
    assertOpaque(input.args, input.signalName);
    return next(input);
  },
};

/** What activities answer. */
export const activityInterceptor: ActivityInboundCallsInterceptor = {
  async execute(input, next) {
    const answer: unknown = await next(input);
    assertOpaque(answer, 'activity result');
    return answer;
  },
};
