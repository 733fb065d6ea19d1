import path from 'node:path';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response, Router } from 'express';
import { AppError } from '../../domain/problems';
import { errorFields } from '../../integrations/log/logger';
import { type Kernel, handle } from './handle';
import { securityHeaders } from './headers';
import { asAppError, refuseMethod, sendProblem } from './problem';
import { nameRequests } from './request-id';
import type { Route } from './route';

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
  app.use('/api', nameRequests, apiRouter(options));
  const beside = Router();
  for (const add of options.beside ?? []) add(beside);
  app.use(beside);
  app.use(pages(options.pages));
  app.use(whatFailed(options.kernel));
  return app;
}

/** What express itself cannot read: a path with broken percent signs. And what fails outside of any route. */
const whatFailed =
  ({ log }: Kernel) =>
  (error: unknown, request: Request, response: Response, _next: NextFunction) => {
    nameRequests(request, response, () => undefined);
    const problem = asAppError(error);
    if (problem.code === 'internal') log.error('request.defect', errorFields(error));
    sendProblem(request, response, problem);
  };

function apiRouter({ kernel, routes, extra = [] }: FrontDoorOptions): Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const add of extra) add(router);
  const byPath = Map.groupBy(routes, (route) => route.contract.path);
  // `/appointments/search` before `/appointments/:id`, which would take its name for an id
  for (const [path, here] of [...byPath].toSorted(([a], [b]) => holes(a) - holes(b))) {
    const served = router.route(path);
    for (const route of here)
      served[route.contract.method]((request, response) => handle(kernel, route, request, response));
    const methods = here.map((route) => route.contract.method);
    served.all((request, response) => refuseMethod(request, response, methods));
  }
  router.use((request, response) => sendProblem(request, response, new AppError('not_found')));
  return router;
}

const holes = (path: string): number => path.split(':').length;

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
