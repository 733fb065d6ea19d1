import { DatabaseError } from 'pg';
import { isError } from '../is-error';
import { AppError } from '../problems';

/** Errors that the database's guards raise on purpose, as what they mean. Their text never reaches a person: it may name values. */
const meanings: Readonly<Record<string, () => AppError>> = {
  KE001: () => new AppError('wrong_state'),
  '42501': () => new AppError('not_found'), // a policy refused the row: as if it were not there
  '23503': () => new AppError('not_found'), // a foreign key does not ask who may see
  '28000': () => new AppError('signed_out'),
  '23505': () => new AppError('duplicate'),
  '23P01': () => new AppError('duplicate'), // two that hold at the same time
  KE003: () => new AppError('wrong_state'), // what is signed or written in the books stays
  '55P03': () => new AppError('try_again'),
  '57014': () => new AppError('try_again'),
  '53300': () => new AppError('try_again'),
  // tried again as often as is sensible, and still in somebody's way
  '40001': () => new AppError('try_again'),
  '40P01': () => new AppError('try_again'),
};

/** Ends of a connection that the server announces: shut down, crashed, still starting, idle or busy for too long. */
const lastWords = /^(57P0[1-5]|25P0[34]|08...)$/;

/**
 * True when the database cannot have answered, or said that it hangs up: what became of the statement is not known. The codes
 * that are not its own (ECONNRESET, EPIPE) or none at all come from the socket and the driver.
 */
export const isConnectionLost = (error: unknown): boolean =>
  error instanceof DatabaseError
    ? lastWords.test(error.code ?? '')
    : isError(error) && socketFault(error) && !(error instanceof AppError);

const socketFault = (error: Error): boolean =>
  'code' in error && typeof error.code === 'string'
    ? /^(E[A-Z_]{3,}|ERR_SOCKET.*)$/.test(error.code)
    : /(^| - )(Connection terminated|Client (was closed|has encountered a connection error)|timeout expired)/.test(
        error.message,
      );

/** The database's own error as a problem where it has a meaning; anything else unchanged, a lost COMMIT among it. */
export function translated(error: unknown): unknown {
  if (!isError(error) || error instanceof AppError) return error;
  if (error.name === 'KnexTimeoutError' || isConnectionLost(error)) return withCause(new AppError('try_again'), error);
  const meaning = 'code' in error && typeof error.code === 'string' ? meanings[error.code] : undefined;
  return meaning ? withCause(meaning(), error) : error;
}

/** A service could not enter because its practice is closed: nothing of it is to be done. (kernel.enter says so.) */
export const isOfClosedPractice = (error: unknown): boolean =>
  error instanceof AppError && error.cause instanceof Error && error.cause.message.endsWith('membership ended');

/** What a log may say of an error: its code and where it came from, never its text or detail. */
export function sqlState(error: unknown): string | undefined {
  if (!isError(error)) return undefined;
  const source = error instanceof AppError ? error.cause : error;
  return isError(source) && 'code' in source ? String(source.code) : undefined;
}

function withCause(problem: AppError, cause: Error): AppError {
  problem.cause = cause;
  return problem;
}
