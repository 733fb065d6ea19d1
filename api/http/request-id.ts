import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const header = 'Kept-Request-Id';

/** Every answer of the API has a number, which the log and the audit know it by, and is kept nowhere on its way. */
export const nameRequests: RequestHandler = (_request, response, next) => {
  response.set({ [header]: randomUUID(), 'Cache-Control': 'no-store' });
  next();
};

export const requestIdOf = (response: Response): string => String(response.getHeader(header));
