import type { Request } from 'express';
import { AppError } from '../../domain/problems';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A state change comes from our own pages: `Sec-Fetch-Site: same-origin`, or exactly our Origin where a browser sends none.
 * Anything else, and anything without either, is refused (ASVS 3.5.1–3).
 * @throws AppError `foreign_origin`
 */
export function refuseForeign(request: Request, origin: string): void {
  if (safe.has(request.method)) return;
  const site = request.get('sec-fetch-site');
  const from = request.get('origin');
  if (site !== undefined ? site === 'same-origin' : from === origin) return;
  throw new AppError('foreign_origin');
}
