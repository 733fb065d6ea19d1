import type { Request, Response } from 'express';
import { UnknownOutcome } from '../../domain/database/kept-client';
import { translated } from '../../domain/database/sql-errors';
import { AppError, type FieldProblem, type Params, problems } from '../../domain/problems';
import { sayIfKnown, type Language } from '../../messages/words';
import { catalogues } from '../../messages/catalogues';
import { requestIdOf } from './request-id';

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

/** Anything thrown, as one of our own errors; a defect becomes `internal`, an answer of ours that breaks its contract too. */
export function asAppError(error: unknown): AppError {
  const known = translated(error);
  if (known instanceof AppError) return known;
  // Saved or not, nobody knows: the same request under the same key will say.
  const problem = new AppError(error instanceof UnknownOutcome ? 'try_again' : (parserProblem(error) ?? 'internal'));
  problem.cause = error;
  return problem;
}

/** What express's body parser throws, by its `type`. */
function parserProblem(error: unknown): 'malformed' | 'too_large' | 'unsupported_media' | undefined {
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return 'too_large';
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return 'unsupported_media';
  if (typeof type === 'string' && /^(entity|request|stream)\./.test(type)) return 'malformed';
  // a compression that is none, a path with a broken percent sign
  const unreadable =
    error instanceof URIError || (error instanceof Error && 'expose' in error && error.expose === true);
  return unreadable && 'status' in error && error.status === 400 ? 'malformed' : undefined;
}

/** A JSON pointer (RFC 6901). */
export const pointerTo = (path: readonly PropertyKey[]): string =>
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

export function sendProblem(request: Request, response: Response, error: AppError, current?: unknown): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  if (error.code === 'try_again' || error.code === 'too_many_requests') response.set('Retry-After', retryAfter(error));
  const language = request.acceptsLanguages('en', 'es') === 'es' ? 'es' : 'en';
  response
    .status(problems[error.code])
    .type('application/problem+json')
    .set('Content-Language', language)
    .send(JSON.stringify(problemBody(error, requestIdOf(response), language, current)));
}

const retryAfter = (error: AppError): string => {
  const seconds = error.params['retryAfterSeconds'];
  return typeof seconds === 'number' ? String(seconds) : '1';
};

/** For a path that is known, by another method (RFC 9110 §15.5.6). */
export function refuseMethod(request: Request, response: Response, methods: readonly string[]): void {
  const allowed = new Set(methods.map((method) => method.toUpperCase()));
  if (allowed.has('GET')) allowed.add('HEAD');
  response.set('Allow', [...allowed].toSorted().join(', '));
  sendProblem(request, response, new AppError('method_not_allowed'));
}
