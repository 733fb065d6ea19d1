/** Workflow ids are opaque and the same for the same thing, so that two starts are one. */
export const workflowId = {
  appointment: (id: string): string => `appt/${id}`,
  claim: (id: string): string => `claim/${id}`,
  claim_batch: (id: string): string => `batch/${id}`,
  remittance: (id: string): string => `era/${id}`,
} as const;

/** The task queue of workflows and of what plans them. */
export const coreQueue = 'core';

/** Queues of activities that call somebody outside, each with its own limits. */
export const sideQueues = ['messages', 'edi'] as const;
export type SideQueue = (typeof sideQueues)[number];

/** A side queue, beside the queue of its workflow: `core` → `messages`, also with a test's suffix. */
export const sideQueueOf = (core: string, side: SideQueue): string => core.replace('core', side);
