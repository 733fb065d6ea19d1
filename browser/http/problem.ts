/** One field that is wrong; `pointer` is a JSON pointer into what was sent (RFC 6901). */
export interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** What the API answers when something is wrong (RFC 9457), or what stands for it when the API did not answer. */
export interface Problem {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldFault[];
  readonly requestId?: string;
  /** With 412: the record as it is now. */
  readonly current?: unknown;
}

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem.code, { cause });
    this.name = 'ProblemError';
    this.problem = problem;
  }

  /** react-admin looks at the status of an error. */
  get status(): number {
    return this.problem.status;
  }
}

export const unreachable = (cause: unknown): ProblemError =>
  new ProblemError({ status: 0, code: 'unreachable', params: {}, errors: [] }, cause);

/** Whether it is known what became of a write: no answer and a fault of the server leave it open. */
export const outcomeKnown = ({ status, code }: Problem): boolean =>
  status >= 400 && status < 500 && code !== 'in_progress' && code !== 'signed_out';

/** Reads a problem from an answer's body; whatever a proxy sent instead becomes one too. */
export function problemFrom(status: number, body: unknown): Problem {
  const said = isObject(body) ? body : {};
  const { code, params, errors, requestId, current } = said;
  return {
    status,
    code: typeof code === 'string' ? code : codeOfStatus(status),
    params: isObject(params) ? params : {},
    errors: Array.isArray(errors) ? errors.filter(isFieldFault) : [],
    ...(typeof requestId === 'string' && { requestId }),
    ...(current !== undefined && { current }),
  };
}

function codeOfStatus(status: number): string {
  const known: Readonly<Record<number, string>> = {
    401: 'signed_out',
    404: 'not_found',
    412: 'stale_version',
    413: 'too_large',
    429: 'too_many_requests',
    502: 'try_again',
    503: 'try_again',
    504: 'try_again',
  };
  return known[status] ?? (status >= 500 ? 'internal' : 'malformed');
}

const isFieldFault = (value: unknown): value is FieldFault =>
  isObject(value) && typeof value['pointer'] === 'string' && typeof value['code'] === 'string';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
