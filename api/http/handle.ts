import type { Request, Response } from 'express';
import { mayAny } from '../../domain/access/capabilities';
import type { FrontDoor, Role } from '../../domain/access/roles';
import type { Database } from '../../domain/database/database';
import type { Act } from '../../domain/database/practice-tx';
import { isId } from '../../domain/ids';
import { AppError } from '../../domain/problems';
import { type Log, errorFields } from '../../integrations/log/logger';
import { readBody } from './body';
import { clientsIn, idsIn } from './clients-in';
import { type Done, committed } from './committed';
import { invalidRequest } from './field-problems';
import { asAppError, sendProblem } from './problem';
import { noteRefusal } from './refusal';
import { requestIdOf } from './request-id';
import type { Call, PlainRoute, Route } from './route';
import { refuseForeign } from './same-origin';
import { type Session, sessionOf } from './session';
import type { Shown } from './shown';

export interface Kernel {
  readonly door: FrontDoor;
  /** Exactly our Origin. */
  readonly origin: string;
  readonly database: Database;
  readonly log: Log;
  readonly shown: Shown;
  readonly observe: (route: string, status: number, seconds: number) => void;
  /** Tells the person's open streams what she has on her screen, so that they can say when it goes. */
  readonly onScreen: (sessionId: string, ids: ReadonlySet<string>) => void;
}

/** One request through the kernel: who? from our pages? may she? is it well-formed? then the handler in one transaction. */
export async function handle(kernel: Kernel, route: Route, request: Request, response: Response): Promise<void> {
  const began = performance.now();
  const requestId = requestIdOf(response);
  const name = nameOf(route);
  let session: Session | undefined;
  try {
    session = await sessionOf(kernel.database, request, kernel.door);
    refuseForeign(request, kernel.origin);
    checkAccess(route, session?.roles);
    const call = await callOf(route, request, response, session);
    await run(kernel, route, actOf(kernel, route, request, response, session), call, request, response);
  } catch (error) {
    const problem = asAppError(error);
    const { code } = problem;
    if (code === 'internal' || code === 'try_again')
      kernel.log.error(code === 'internal' ? 'request.defect' : 'request.unanswered', {
        ...errorFields(problem.cause),
        route: name,
        requestId,
      });
    const act = actOf(kernel, route, request, response, session);
    const current = session && (await noteRefusal({ kernel, route, act, request, session, problem }));
    sendProblem(request, response, problem, current);
  } finally {
    const ms = Math.round(performance.now() - began);
    kernel.observe(name, response.statusCode, ms / 1000);
    kernel.log.info('request', { route: name, status: response.statusCode, ms, requestId });
  }
}

const nameOf = ({ contract }: Route): string => `${contract.method.toUpperCase()} ${contract.path}`;

function checkAccess(route: Route, roles: readonly Role[] | undefined): void {
  if (route.access.kind === 'anyone') return;
  if (!roles) throw new AppError('signed_out');
  if (route.access.kind === 'may' && !mayAny(roles, route.access.capability)) throw new AppError('not_found');
}

/** A screen that looks again by itself says so. What changes something is worth an entry whatever it says of itself. */
const isRefetch = (route: Route, request: Request): boolean =>
  route.contract.kind === 'read' && request.get('kept-refetch') === '1';

function actOf(kernel: Kernel, route: Route, request: Request, response: Response, session: Session | undefined): Act {
  const sessionId = session?.sessionId;
  return {
    act: nameOf(route),
    route: nameOf(route),
    purpose: route.purpose,
    requestId: requestIdOf(response),
    sessionId,
    address: request.ip,
    ...(sessionId !== undefined && isRefetch(route, request)
      ? { worthNoting: (client) => !kernel.shown.wasShown(sessionId, client) }
      : {}),
  };
}

interface Asked extends Call<unknown, unknown> {
  readonly maybeSession: Session | undefined;
}

/** @throws AppError for whatever is missing or wrong, in the order in which it is named here */
async function callOf(
  route: Route,
  request: Request,
  response: Response,
  session: Session | undefined,
): Promise<Asked> {
  const { contract } = route;
  const params = request.params as Record<string, string>;
  for (const [key, value] of Object.entries(params))
    if (/^id$|Id$/.test(key) && !isId(value)) throw new AppError('not_found');
  if (contract.keyed && !/^[\w-]{8,100}$/.test(request.get('idempotency-key') ?? ''))
    throw new AppError('idempotency_key_missing');
  return {
    id: params['id'] ?? '',
    params,
    version: contract.versioned ? versionFrom(request) : 0,
    body: contract.body && (await checked(contract.body, await readBody(request, response))),
    query: contract.query && (await checked(contract.query, request.query)),
    session: session as Session,
    maybeSession: session,
  };
}

async function checked(schema: NonNullable<Route['contract']['body']>, given: unknown): Promise<unknown> {
  // without its input an issue cannot tell "missing" from "wrong"
  const read = await schema.safeParseAsync(given, { reportInput: true });
  if (!read.success) throw invalidRequest(read.error);
  return read.data;
}

function versionFrom(request: Request): number {
  const match = /^"(\d{1,9})"$/.exec(request.get('if-match') ?? '');
  if (!match) throw new AppError('precondition_missing');
  return Number(match[1]);
}

async function run(
  kernel: Kernel,
  route: Route,
  act: Act,
  call: Asked,
  request: Request,
  response: Response,
): Promise<void> {
  if (route.kind === 'plain') return runPlain(kernel, route, act, call, request, response);
  const done = await committed(kernel.database, route, act, call, request);
  kernel.shown.show(call.session.sessionId, clientsIn(done.view));
  kernel.onScreen(call.session.sessionId, idsIn(done.view));
  send(response, done);
}

async function runPlain(
  kernel: Kernel,
  route: PlainRoute,
  act: Act,
  call: Asked,
  request: Request,
  response: Response,
): Promise<void> {
  const answer = await route.handle({
    ...call,
    session: call.maybeSession,
    database: kernel.database,
    act,
    request,
    response,
    afterAnswer(work) {
      response.once('close', () => {
        work().catch((error: unknown) =>
          kernel.log.warn('audit.failed', { ...errorFields(error), requestId: act.requestId }),
        );
      });
    },
  });
  if (response.headersSent) return; // a stream
  send(response, {
    status: route.contract.status,
    view: route.contract.status === 204 ? undefined : route.contract.response.parse(answer),
  });
}

function send(response: Response, done: Done): void {
  const version = (done.view as { version?: unknown } | undefined)?.version;
  if (typeof version === 'number') response.set('ETag', `"${version}"`);
  response.status(done.status);
  if (done.view === undefined) response.end();
  else response.json(done.view);
}
