import { isError } from '../../domain/is-error';

export type Verdict = 'ok' | 'warn' | 'fail';

/** The parts that are looked at, in the order of the answer: what stands first is what the later ones need. */
export const parts = [
  'settings',
  'machine',
  'database',
  'practices',
  'temporal',
  'files',
  'messages',
  'claims',
] as const;
export type Part = (typeof parts)[number];

/** One line of the answer: how something stands, and what to do about it where it is not well. Never holds a secret. */
export interface Finding {
  readonly part: Part;
  /** For scripts: the same thing always has the same code. */
  readonly code: string;
  readonly verdict: Verdict;
  readonly says: string;
  readonly mend?: string;
}

/** Makes the findings of one part. */
export const findingsOf = (part: Part) => ({
  ok: (code: string, says: string): Finding => ({ part, code, verdict: 'ok', says }),
  warn: (code: string, says: string, mend: string): Finding => ({ part, code, verdict: 'warn', says, mend }),
  fail: (code: string, says: string, mend: string): Finding => ({ part, code, verdict: 'fail', says, mend }),
});

export function worst(findings: readonly Finding[]): Verdict {
  if (findings.some(({ verdict }) => verdict === 'fail')) return 'fail';
  return findings.some(({ verdict }) => verdict === 'warn') ? 'warn' : 'ok';
}

/** What may be told of an error: its code, or its kind. Its text may repeat what it was given. */
export function codeOf(error: unknown): string {
  if (!isError(error)) return 'unknown';
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) return codeOf(error.errors[0]);
  if ('code' in error && (typeof error.code === 'string' || typeof error.code === 'number')) return String(error.code);
  return error.name;
}

/** How long something has lasted, as a person would say it. */
export function ageText(seconds: number): string {
  const [minute, hour, day] = [60, 3_600, 86_400];
  if (seconds < 2 * minute) return `${Math.round(seconds)} s`;
  if (seconds <= 2 * hour) return `${Math.round(seconds / minute)} min`;
  if (seconds < 2 * day) return `${Math.round(seconds / hour)} h`;
  return `${Math.round(seconds / day)} days`;
}
