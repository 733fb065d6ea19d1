import type { Request } from 'express';
import { AppError } from '../../domain/problems';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A state change comes from our own pages: `Sec-Fetch-Site: same-origin`, or exactly our Origin where a browser sends none.
 * Whatever names another origin or another site is refused, and what names neither (ASVS 3.5.1–3).
 * @throws AppError `foreign_origin`
 */
export function refuseForeign(request: Request, origin: string): void {
  if (safe.has(request.method)) return;
  const site = request.get('sec-fetch-site');
  const from = request.get('origin');
  const names = [
    ...(site === undefined ? [] : [site === 'same-origin']),
    ...(from === undefined ? [] : [from === origin]),
  ];
  if (names.length === 0 || names.includes(false)) throw new AppError('foreign_origin');
}
