import { z } from 'zod';
import type { Tally } from './tally';

/** What jest reports with `--json`, as far as it is counted here. */
const result = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  /** Files that could not be loaded: none of their tests ran, and each counts as one failure. */
  numRuntimeErrorTestSuites: z.number(),
});

export const jestArguments = (project: string, outputFile: string, paths: readonly string[]): readonly string[] => [
  'node_modules/jest/bin/jest.js',
  '--selectProjects',
  project,
  '--maxWorkers=2',
  '--passWithNoTests',
  '--json',
  `--outputFile=${outputFile}`,
  ...paths,
];

/** Counts from jest's own file; its exit code decides when it wrote none or counts no failure. */
export function countJest(text: string | undefined, exitCode: number): Tally {
  if (text === undefined) return { passed: 0, failed: 1, notes: [`jest ended with ${exitCode} and reported nothing`] };
  const counted = result.parse(JSON.parse(text));
  const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
  const skipped = counted.numPendingTests + counted.numTodoTests;
  const unexplained = failed === 0 && exitCode !== 0;
  return {
    passed: counted.numPassedTests,
    failed: unexplained ? 1 : failed,
    notes: [
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
      ...(unexplained ? [`jest ended with ${exitCode} although no test failed`] : []),
    ],
  };
}
