import path from 'node:path';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response, Router } from 'express';
import { AppError } from '../../domain/problems';
import { errorFields } from '../../integrations/log/logger';
import { type Kernel, handle } from './handle';
import { securityHeaders } from './headers';
import { asAppError, sendProblem } from './problem';
import type { Route } from './route';
import { randomUUID } from 'node:crypto';

const bodyLimit = '256kb';

export interface FrontDoorOptions {
  readonly kernel: Kernel;
  readonly routes: readonly Route[];
  /** The built pages of this front door. */
  readonly pages: string;
  /** More that is served under `/api`, before the routes: the description of the API. */
  readonly extra?: readonly ((router: Router) => void)[];
  /** What is served beside `/api` and the pages: vendors' callbacks. */
  readonly beside?: readonly ((router: Router) => void)[];
  /** How many proxies in front are believed about the caller's address. */
  readonly proxies: number;
}

/** One hostname: its API under `/api` from its own route table, and its pages. Staff and clients never share one. */
export function frontDoor(options: FrontDoorOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', options.proxies);
  app.use(securityHeaders(options.kernel.origin));
  app.use(
    compression({
      filter: (request, response) => !request.path.startsWith('/api/live') && compression.filter(request, response),
    }),
  );
  app.use('/api', apiRouter(options));
  const beside = Router();
  for (const add of options.beside ?? []) add(beside);
  app.use(beside);
  app.use(pages(options.pages));
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    options.kernel.log.error('request.defect', errorFields(error));
    sendProblem(request, response, asAppError(error), randomUUID());
  });
  return app;
}

function apiRouter(options: FrontDoorOptions): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.use(express.json({ limit: bodyLimit, strict: true, type: 'application/json' }));
  for (const add of options.extra ?? []) add(router);
  const byPath = Map.groupBy(options.routes, (route) => route.contract.path);
  for (const [routePath, routes] of byPath) {
    const here = router.route(routePath);
    for (const route of routes)
      here[route.contract.method]((request, response) => handle(options.kernel, route, request, response));
    here.all((request, response) => {
      const methods = [...new Set(routes.map((route) => route.contract.method.toUpperCase()))].toSorted();
      response.set('Allow', methods.join(', '));
      sendProblem(request, response, new AppError('method_not_allowed'), randomUUID());
    });
  }
  router.use((request, response) => sendProblem(request, response, new AppError('not_found'), randomUUID()));
  // What the body parser refuses comes here, before any route.
  router.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    sendProblem(request, response, asAppError(error), randomUUID());
  });
  return router;
}

/** Hashed files may be kept for ever; the page itself is asked for again. Any other path is a page of the console. */
function pages(folder: string): Router {
  const router = Router();
  router.use(
    express.static(folder, {
      index: false,
      fallthrough: true,
      setHeaders: (response, file) => {
        const hashed = file.includes(`${path.sep}assets${path.sep}`);
        response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  router.get('/{*path}', (request, response, next) => {
    if (path.extname(request.path) !== '') return next();
    response.setHeader('Cache-Control', 'no-cache');
    return response.sendFile('index.html', { root: folder }, (error) => {
      if (error) next();
    });
  });
  router.use((_request, response) => {
    response.status(404).type('text/plain').send('not found');
  });
  return router;
}
