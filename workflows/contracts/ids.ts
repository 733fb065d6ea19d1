/** Workflow ids are opaque and the same for the same thing, so that two starts are one. */
export const workflowId = {
  appointment: (id: string): string => `appt/${id}`,
} as const;

/** The task queue of workflows and of what plans them. */
export const coreQueue = 'core';

/** The queue of activities that call vendors, beside the queue of their workflow: `core` → `messages`, also with a test's suffix. */
export const messagesQueueOf = (core: string): string => core.replace('core', 'messages');
