import type { ActivityInboundCallsInterceptor } from '@temporalio/worker';
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { ApplicationFailure, TemporalFailure } from '@temporalio/common';
import { errorFields } from '../../integrations/log/logger';
import { NotOpaque, assertOpaque } from './opaque';

/** Where the relay starts and signals workflows, and wherever else a client speaks to them. */
export const clientInterceptor: WorkflowClientInterceptor = {
  async startWithDetails(input, next) {
    assertOpaqueStart(input.options, input.workflowType);
    return next(input);
  },
  async signalWithStart(input, next) {
    assertOpaqueStart(input.options, input.workflowType);
    assertOpaque(input.signalArgs, input.signalName);
    return next(input);
  },
  async signal(input, next) {
    assertOpaque(input.args, input.signalName);
    return next(input);
  },
  async query(input, next) {
    assertOpaque(input.args, input.queryType);
    return next(input);
  },
  async startUpdate(input, next) {
    assertOpaque(input.args, input.updateName);
    return next(input);
  },
  async terminate(input, next) {
    assertOpaque(input.reason, 'terminate.reason'); // is stored as it is, whatever the codec
    assertOpaque(input.details, 'terminate.details');
    return next(input);
  },
};

/** Written beside a workflow, and some of them never encrypted: not used at all. */
const beside = ['memo', 'searchAttributes', 'typedSearchAttributes', 'staticSummary', 'staticDetails'] as const;

function assertOpaqueStart(
  options: { readonly args: unknown[] } & { readonly [Name in (typeof beside)[number]]?: unknown },
  type: string,
): void {
  assertOpaque(options.args, type);
  for (const name of beside) if (options[name] !== undefined) throw new NotOpaque(`${type}.${name}`);
}

/**
 * What activities answer, and how they fail: an error's text may repeat a row or what a vendor was told, so that only its kind,
 * code and place go on. The engine's own, and those that are about a payload's place, pass as they are.
 */
export const activityInterceptor: ActivityInboundCallsInterceptor = {
  async execute(input, next) {
    try {
      const answer: unknown = await next(input);
      assertOpaque(answer, 'activity result');
      return answer;
    } catch (error) {
      throw error instanceof TemporalFailure || error instanceof NotOpaque ? error : withoutText(error);
    }
  },
};

function withoutText(error: unknown): ApplicationFailure {
  const { kind, code, where } = errorFields(error);
  const failure = ApplicationFailure.retryable([code, where].filter(Boolean).join(' at '), String(kind));
  failure.stack = '';
  return failure;
}
