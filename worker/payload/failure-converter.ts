import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stacks of failures are encrypted like payloads. Named by path, because the workflow bundle needs it too. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
