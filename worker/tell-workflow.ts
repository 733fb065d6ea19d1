import { type Client as TemporalClient, isGrpcServiceError } from '@temporalio/client';
import type { Kept } from '../domain/database/things';
import type { EntityRef } from '../workflows/contracts/entity';
import { workflowId } from '../workflows/contracts/ids';
import { lookAgain } from '../workflows/contracts/messages';

/** A server that does not answer must not hold up the others. */
const answerWithinMs = 5_000;

/**
 * Starts the thing's workflow if it does not run, and tells it to look again. The workflow's type is the name of the thing.
 * One call, so that nothing is between the two; a run that has ended is started again.
 */
export async function tellWorkflow(
  temporal: TemporalClient,
  taskQueue: string,
  kind: Kept,
  self: EntityRef,
): Promise<void> {
  await temporal.withDeadline(Date.now() + answerWithinMs, () =>
    temporal.workflow.signalWithStart(kind, {
      workflowId: workflowId[kind](self.id),
      taskQueue,
      args: [self],
      signal: lookAgain,
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    }),
  );
}

/** gRPC: cancelled, deadline exceeded, resource exhausted, unavailable. */
const notTheRows: ReadonlySet<number> = new Set([1, 4, 8, 14]);

/** The server is away or busy: whatever was to be told is not to blame, and will be told when it is back. */
export function isUnreachable(error: unknown): boolean {
  const cause = isGrpcServiceError(error) ? error : error instanceof Error ? error.cause : undefined;
  return isGrpcServiceError(cause) && notTheRows.has(cause.code);
}
