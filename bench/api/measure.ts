import type { Answer } from './caller';
import { cpuMs } from './cpu';

export interface Measured {
  readonly answers: readonly Answer[];
  /** From the first question to the last answer. */
  readonly ms: number;
  /** Processor time of the api and Postgres. */
  readonly cpu: number;
}

export type Measure = (work: () => Promise<readonly Answer[]>) => Promise<Measured>;

export const measuring =
  (pids: readonly number[]): Measure =>
  async (work) => {
    const [began, used] = [performance.now(), cpuMs(pids)];
    const answers = await work();
    return { answers, ms: performance.now() - began, cpu: cpuMs(pids) - used };
  };

export interface Row {
  readonly what: string;
  readonly asked: number;
  readonly 'per s': number;
  readonly 'p50 ms': number;
  readonly 'p95 ms': number;
  readonly 'all ms': number;
  readonly 'CPU ms each': number;
  readonly aim: string;
  readonly held: boolean;
}

export function rowOf(what: string, measured: Measured, aim: string, held: boolean): Row {
  const { answers, ms, cpu } = measured;
  return {
    what,
    asked: answers.length,
    'per s': Math.round((answers.length / ms) * 1000),
    'p50 ms': Math.round(percentile(measured, 50)),
    'p95 ms': Math.round(percentile(measured, 95)),
    'all ms': Math.round(ms),
    'CPU ms each': Math.round((cpu / answers.length) * 10) / 10,
    aim,
    held,
  };
}

/** The time that so many of a hundred answers do not exceed. */
export function percentile({ answers }: Measured, percent: number): number {
  const sorted = answers.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}
