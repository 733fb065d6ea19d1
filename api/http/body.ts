import express, { type Request, type Response } from 'express';
import { AppError, type FieldProblem } from '../../domain/problems';
import { pointerTo } from './problem';

/** Larger things come as files, in parts. */
const parse = express.json({ limit: '256kb', strict: true, type: 'application/json' });

/**
 * The JSON body of a request, read only once it is known that the caller may call at all.
 * @throws AppError `unsupported_media`, `malformed`, `too_large`, `invalid` for a character that Postgres cannot keep
 */
export async function readBody(request: Request, response: Response): Promise<unknown> {
  const sent = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (sent && !request.is('application/json')) throw new AppError('unsupported_media');
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => (error instanceof Error ? reject(error) : resolve()));
  });
  const body: unknown = request.body;
  const unkept = withoutNul(body, []);
  if (unkept.length > 0) throw new AppError('invalid', {}, unkept);
  return body;
}

/** U+0000 is a character to JSON and none to Postgres: what holds one is named, instead of failing deep inside. */
function withoutNul(value: unknown, path: readonly string[]): FieldProblem[] {
  if (typeof value === 'string')
    return value.includes('\0') ? [{ pointer: pointerTo(path), code: 'character_not_allowed' }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => withoutNul(inner, [...path, name]));
}
