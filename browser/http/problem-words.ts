import type { WordParams } from '../../messages/words';
import type { Speech } from '../speech';
import { type FieldFault, type Problem, ProblemError } from './problem';

export interface ProblemText {
  readonly title: string;
  readonly remedy: string;
  /** The request's id, where someone may need to look it up. */
  readonly reference?: string;
}

/** What went wrong and what to do, in the person's language; a code newer than this page is told as its kind. */
export function problemText({ say, sayIfKnown }: Speech, problem: Problem): ProblemText {
  if (problem.code === 'unreachable') {
    return { title: say('session.unreachable.title'), remedy: say('problems.try_again.remedy') };
  }
  const params = wordParams(problem.params);
  const words = (part: 'title' | 'remedy') =>
    sayIfKnown(`problems.${problem.code}.${part}`, params) ?? sayIfKnown(`problems.${kindOf(problem)}.${part}`) ?? '';
  return {
    title: words('title'),
    remedy: words('remedy'),
    ...(problem.status >= 500 && problem.requestId !== undefined && { reference: problem.requestId }),
  };
}

export const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError ? error.problem : { status: 500, code: 'internal', params: {}, errors: [] };

export const fieldText = ({ say, sayIfKnown }: Speech, fault: FieldFault): string =>
  sayIfKnown(`fields.${fault.code}`, wordParams(fault.params ?? {})) ?? say('fields.unknown');

const kindOf = ({ status }: Problem): string => (status >= 500 ? 'internal' : 'invalid');

const wordParams = (params: Readonly<Record<string, unknown>>): WordParams =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  );
