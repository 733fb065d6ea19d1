import type { Request, Response } from 'express';
import { ZodError } from 'zod';
import { AppError, type FieldProblem, type Params, problems } from '../../domain/problems';
import { sayIfKnown, type Language } from '../../messages/words';
import { catalogues } from '../../messages/catalogues';

/** How an error is told to a caller: RFC 9457, with our code, and the fields that are wrong. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly requestId: string;
  readonly params?: Params;
  readonly errors: readonly FieldProblem[];
  readonly current?: unknown;
}

/** Anything thrown, as one of our own errors; a defect becomes `internal`. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError) return new AppError('invalid', {}, fieldsOf(error));
  const problem = new AppError(parserProblem(error) ?? 'internal');
  problem.cause = error;
  return problem;
}

/** What express's body parser throws, by its `type`. */
function parserProblem(error: unknown): 'malformed' | 'too_large' | 'unsupported_media' | undefined {
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return 'too_large';
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return 'unsupported_media';
  if (typeof type === 'string' && /^(entity|request|stream)\./.test(type)) return 'malformed';
  return error instanceof URIError ? 'malformed' : undefined;
}

/** Zod's findings as JSON pointers with codes: our own codes where a contract gives them, zod's otherwise. */
function fieldsOf(error: ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const own = /^[a-z_]+$/.test(issue.message) ? issue.message : undefined;
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), code: 'unknown_field' }));
    const missing = issue.code === 'invalid_type' && issue.input === undefined;
    const found = { pointer: pointerTo(issue.path), code: own ?? (missing ? 'required' : issue.code) };
    const bounds = boundsOf(issue);
    return [bounds ? { ...found, params: bounds } : found];
  });
}

/** For sentences such as "at most 80 characters". */
function boundsOf(issue: ZodError['issues'][number]): Params | undefined {
  if (issue.code === 'too_big') return { max: Number(issue.maximum) };
  return issue.code === 'too_small' ? { min: Number(issue.minimum) } : undefined;
}

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export function problemBody(error: AppError, requestId: string, language: Language, current?: unknown): ProblemBody {
  const words = (which: 'title' | 'remedy') =>
    sayIfKnown(language, catalogues[language], `problems.${error.code}.${which}`, {});
  const detail = words('remedy');
  return {
    type: `/problems/${error.code}`,
    title: words('title') ?? error.code,
    status: problems[error.code],
    code: error.code,
    ...(detail === undefined ? {} : { detail }),
    requestId,
    ...(Object.keys(error.params).length > 0 ? { params: error.params } : {}),
    errors: error.fields,
    ...(current === undefined ? {} : { current }),
  };
}

export function sendProblem(
  request: Request,
  response: Response,
  error: AppError,
  requestId: string,
  current?: unknown,
): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  if (error.code === 'try_again' || error.code === 'too_many_requests') response.set('Retry-After', retryAfter(error));
  const language = request.acceptsLanguages('en', 'es') === 'es' ? 'es' : 'en';
  response
    .status(problems[error.code])
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(error, requestId, language, current)));
}

const retryAfter = (error: AppError): string => {
  const seconds = error.params['retryAfterSeconds'];
  return typeof seconds === 'number' ? String(seconds) : '1';
};
