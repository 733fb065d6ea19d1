import type { FieldCode } from './field-codes';

/**
 * Everything that can be wrong with a request, by code, with the HTTP status it has (RFC 9110).
 * Their words are in `messages/<language>/problems.ts`. Not found and not allowed look the same: 404.
 */
export const problems = {
  // the request itself
  malformed: 400,
  idempotency_key_missing: 400,
  method_not_allowed: 405,
  too_large: 413,
  unsupported_media: 415,
  invalid: 422,
  too_many_rows: 422,
  idempotency_key_reused: 422,
  precondition_missing: 428,
  too_many_requests: 429,
  // who asks
  signed_out: 401,
  wrong_credentials: 401,
  foreign_origin: 403,
  not_found: 404,
  // what is true now
  slot_taken: 409,
  wrong_state: 409,
  in_progress: 409,
  not_postable: 409,
  duplicate: 409,
  // of claims
  claim_incomplete: 409,
  payer_number_unknown: 409,
  other_payer: 409,
  charge_in_claim: 409,
  link_expired: 410,
  stale_version: 412,
  // us
  internal: 500,
  vendor_not_configured: 503,
  try_again: 503,
} as const satisfies Record<string, HttpStatus>;

type HttpStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503;

export type ProblemCode = keyof typeof problems;
/** Values for the sentence, and data that the answer carries: ids, enums, numbers, instants. */
export type Params = Readonly<Record<string, unknown>>;
/** One field that is wrong. `pointer` is a JSON pointer into the request body (RFC 6901). */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: FieldCode;
  readonly params?: Params;
}

/** The one error that Kept throws on purpose. Anything else is a defect and becomes `internal`. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly params: Params;
  readonly fields: readonly FieldProblem[];

  constructor(code: ProblemCode, params: Params = {}, fields: readonly FieldProblem[] = []) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.fields = fields;
  }

  get status(): number {
    return problems[this.code];
  }
}

/** For one wrong field of the request. */
export const invalid = (pointer: string, code: FieldCode, params?: Params): AppError =>
  new AppError('invalid', {}, [params ? { pointer, code, params } : { pointer, code }]);
