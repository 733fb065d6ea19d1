/** What a suite did. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** What the person should know beside the numbers. */
  readonly notes: readonly string[];
}

export interface Outcome extends Tally {
  readonly suite: string;
  readonly seconds: number;
}

export const oneFailure = (why: string): Tally => ({ passed: 0, failed: 1, notes: [why] });

/** The report of a run. Its last line is read by machines: `N passed, N failed`. */
export function report(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map((one) => one.suite.length), 0);
  const lines = outcomes.flatMap((one) => [
    `  ${one.suite.padEnd(width)}  ${counted(one).padEnd(24)}  ${one.seconds.toFixed(1).padStart(7)} s`,
    ...one.notes.map((note) => `  ${' '.repeat(width)}  ${note}`),
  ]);
  const total = outcomes.reduce((sum, one) => sum + one.seconds, 0);
  const all = { passed: sum(outcomes, 'passed'), failed: sum(outcomes, 'failed') };
  return ['', ...lines, `  ${total.toFixed(1)} s in all`, '', counted(all)].join('\n');
}

/** A run that ran nothing has shown nothing. */
export const isGood = (outcomes: readonly Outcome[]): boolean =>
  sum(outcomes, 'failed') === 0 && sum(outcomes, 'passed') > 0;

const counted = (one: Pick<Tally, 'passed' | 'failed'>) => `${one.passed} passed, ${one.failed} failed`;

const sum = (outcomes: readonly Outcome[], what: 'passed' | 'failed') =>
  outcomes.reduce((total, one) => total + one[what], 0);
