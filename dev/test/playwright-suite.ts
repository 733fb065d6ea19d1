import { z } from 'zod';
import type { Tally } from './tally';

/** What Playwright's JSON reporter writes, as far as it is counted here. */
const result = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  /** What went wrong outside of a test. */
  errors: z.array(z.object({ message: z.string().optional() })),
});

export const playwrightArguments = (project: string, workers: number, paths: readonly string[]): readonly string[] => [
  'node_modules/@playwright/test/cli.js',
  'test',
  `--project=${project}`,
  `--workers=${workers}`,
  '--reporter=list,json',
  '--pass-with-no-tests',
  ...paths,
];

/** A test that passed only when it was tried again has failed. */
export function countPlaywright(text: string | undefined, exitCode: number): Tally {
  if (text === undefined) {
    return { passed: 0, failed: 1, notes: [`Playwright ended with ${exitCode} and reported nothing`] };
  }
  const { stats, errors } = result.parse(JSON.parse(text));
  const failed = stats.unexpected + stats.flaky + errors.length;
  return {
    passed: stats.expected,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    notes: stats.skipped > 0 ? [`${stats.skipped} skipped`] : [],
  };
}
