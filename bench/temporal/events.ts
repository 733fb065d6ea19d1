import { temporal } from '@temporalio/proto';

type History = readonly temporal.api.history.v1.IHistoryEvent[];

const taskCompleted = temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED;

/** How many events it takes until the last step is done; what the workflow then asks for (a timer, its end) is not of it. */
export const eventsUntilDone = (history: History): number =>
  history.findLastIndex(({ eventType }) => eventType === taskCompleted) + 1;
