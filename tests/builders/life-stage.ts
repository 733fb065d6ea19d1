import { WorkflowNotFoundError, isGrpcServiceError } from '@temporalio/client';
import type { World } from './practice';
import { type TestEngine, countEvents, historyOfRun, until } from './temporal';

/** What lives need: a database, and workers over a server that suggests to begin anew after 60 events. */
export interface LifeWorld {
  readonly world: World;
  readonly engine: TestEngine;
}

/** One run of a workflow that is worth keeping. */
export interface RecordedRun {
  readonly name: string;
  readonly workflowId: string;
  readonly runId: string;
}

/** How a life sees what its workflow does. */
export interface Watched {
  /** Waits until so many events of a type are in the history of the last run. */
  recorded(id: string, type: string, count: number): Promise<void>;
  ended(id: string): Promise<void>;
  run(name: string, id: string): Promise<RecordedRun>;
}

export function watched({ engine }: LifeWorld, workflowIdOf: (id: string) => string): Watched {
  const { temporal } = engine.worker;
  /** Once it has been started. */
  const described = (id: string) =>
    until(() => temporal.workflow.getHandle(workflowIdOf(id)).describe().catch(notStarted));
  const eventsOf = async (id: string) =>
    countEvents((await historyOfRun(temporal, workflowIdOf(id)).catch(notStarted)) ?? []);
  return {
    async recorded(id, type, count) {
      await until(async () => ((await eventsOf(id))[type] ?? 0) >= count);
    },
    async ended(id) {
      await until(async () => (await described(id)).status.name === 'COMPLETED');
    },
    run: async (name, id) => ({ name, workflowId: workflowIdOf(id), runId: (await described(id)).runId }),
  };
}

function notStarted(error: unknown): undefined {
  const isMissing =
    error instanceof WorkflowNotFoundError || (isGrpcServiceError(error) && /not found/i.test(error.details));
  if (!isMissing) throw error;
}

export type Lives = Readonly<Record<string, (world: LifeWorld) => Promise<readonly RecordedRun[]>>>;

/** Lives of one kind, each on a stage of its own. */
export const staged = <Stage>(
  lives: Readonly<Record<string, (stage: Stage) => Promise<readonly RecordedRun[]>>>,
  aStage: (world: LifeWorld) => Promise<Stage>,
): Lives =>
  Object.fromEntries(
    Object.entries(lives).map(([name, live]) => [name, async (world: LifeWorld) => live(await aStage(world))]),
  );
