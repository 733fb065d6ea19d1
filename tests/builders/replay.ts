import { readFileSync } from 'node:fs';
import { Worker } from '@temporalio/worker';
import { dataConverterWith } from '../../worker/payload/data-converter';
import { type RecordedHistory, historyFrom } from './histories';
import { quietRuntime, testKey } from './temporal';

/** The workflow code of this build, as a worker runs it. */
export const currentBundle = (): string => readFileSync(process.env['KEPT_TEST_BUNDLE'] ?? '', 'utf8');

/** Replays a history against workflow code. Undefined: it asks for the same things in the same order; else the name of the error. */
export async function failureOf(
  history: RecordedHistory,
  id = 'recorded',
  code = currentBundle(),
): Promise<string | undefined> {
  quietRuntime();
  const results = Worker.runReplayHistories(
    { workflowBundle: { code }, dataConverter: dataConverterWith([testKey]), replayName: id },
    [{ workflowId: id, history: historyFrom(history) }],
  );
  for await (const { error } of results) if (error) return error.name;
  return undefined;
}
