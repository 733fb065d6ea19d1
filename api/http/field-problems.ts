import type { ZodError } from 'zod';
import { type FieldCode, isFieldCode } from '../../domain/field-codes';
import { AppError, type FieldProblem, type Params } from '../../domain/problems';
import { pointerTo } from './problem';

type Issue = ZodError['issues'][number];

/** What a contract finds wrong with a request, as JSON pointers with codes of ours. */
export const invalidRequest = (error: ZodError): AppError =>
  new AppError('invalid', {}, error.issues.flatMap(fieldProblems));

function fieldProblems(issue: Issue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), code: 'unknown_field' }));
  const [code, params] = isFieldCode(issue.message) ? [issue.message] : meaning(issue);
  return [{ pointer: pointerTo(issue.path), code, ...(params ? { params } : {}) }];
}

function meaning(issue: Issue): readonly [FieldCode, Params?] {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return ['required'];
      return [issue.expected === 'number' || issue.expected === 'int' ? 'not_a_number' : 'wrong_kind'];
    case 'too_small':
      return tooSmall(issue.origin, issue.minimum);
    case 'too_big':
      return tooBig(issue.origin, issue.maximum);
    case 'invalid_format':
      return [issue.format === 'uuid' ? 'not_an_id' : 'wrong_format'];
    case 'invalid_value':
      return [issue.input === undefined ? 'required' : 'not_one_of'];
    case 'not_multiple_of':
      return ['not_a_number'];
    case 'custom':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
      return [issue.input === undefined ? 'required' : 'wrong_kind'];
  }
}

const counted = new Set(['array', 'set', 'tuple', 'map']);

function tooSmall(origin: string, minimum: number | bigint): readonly [FieldCode, Params?] {
  const min = Number(minimum);
  if (origin === 'string') return min === 1 ? ['required'] : ['too_short', { min }];
  return [counted.has(origin) ? 'too_few' : 'too_small', { min }];
}

function tooBig(origin: string, maximum: number | bigint): readonly [FieldCode, Params?] {
  const max = Number(maximum);
  if (origin === 'string') return ['too_long', { max }];
  return [counted.has(origin) ? 'too_many' : 'too_big', { max }];
}
