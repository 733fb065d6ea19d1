import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { type FrontDoor, type Role } from '../../domain/access/roles';
import { mayAny } from '../../domain/access/capabilities';
import type { Database } from '../../domain/database/database';
import { type Act, type PracticeTx, writeRefusal } from '../../domain/database/practice-tx';
import { isId } from '../../domain/ids';
import { AppError } from '../../domain/problems';
import { type Log, errorFields } from '../../integrations/log/logger';
import { clientsIn } from './clients-in';
import { claimKey, keepResult, requestHash } from './idempotency';
import { asAppError, sendProblem } from './problem';
import type { Call, PlainRoute, ReadRoute, Route, WriteRoute } from './route';
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
}

/** One request through the kernel: foreign? who? may she? is it well-formed? then the handler in one transaction. */
export async function handle(kernel: Kernel, route: Route, request: Request, response: Response): Promise<void> {
  const began = performance.now();
  const requestId = randomUUID();
  const name = `${route.contract.method.toUpperCase()} ${route.contract.path}`;
  response.set({ 'Kept-Request-Id': requestId, 'Cache-Control': 'no-store' });
  let session: Session | undefined;
  try {
    refuseForeign(request, kernel.origin);
    session = await sessionOf(kernel.database, request, kernel.door);
    checkAccess(route, session?.roles);
    const act = actOf(kernel, route, name, requestId, request, session);
    const call = await callOf(route, request, session);
    await run(kernel, route, act, call, request, response);
  } catch (error) {
    const problem = asAppError(error);
    if (problem.code === 'internal')
      kernel.log.error('request.defect', { ...errorFields(problem.cause), route: name, requestId });
    const current =
      problem.code === 'stale_version' && session ? await currentView(kernel, route, request, session) : undefined;
    if (session) await noteRefusal(kernel, name, requestId, request, session, problem);
    sendProblem(request, response, problem, requestId, current);
  } finally {
    const ms = Math.round(performance.now() - began);
    kernel.observe(name, response.statusCode, ms / 1000);
    kernel.log.info('request', { route: name, status: response.statusCode, ms, requestId });
  }
}

function checkAccess(route: Route, roles: readonly Role[] | undefined): void {
  if (route.access.kind === 'anyone') return;
  if (!roles) throw new AppError('signed_out');
  if (route.access.kind === 'may' && !mayAny(roles, route.access.capability)) throw new AppError('not_found');
}

const isRefetch = (request: Request): boolean => request.get('kept-refetch') === '1';

function actOf(
  kernel: Kernel,
  route: Route,
  name: string,
  requestId: string,
  request: Request,
  session: Session | undefined,
): Act {
  const sessionId = session?.sessionId;
  return {
    act: name,
    route: name,
    purpose: route.purpose,
    requestId,
    sessionId,
    address: request.ip,
    ...(sessionId !== undefined && isRefetch(request)
      ? { worthNoting: (client) => !kernel.shown.wasShown(sessionId, client) }
      : {}),
  };
}

/** @throws AppError, ZodError */
async function callOf(
  route: Route,
  request: Request,
  session: Session | undefined,
): Promise<Call<unknown, unknown> & { readonly maybeSession: Session | undefined }> {
  const { contract } = route;
  const params = request.params as Record<string, string>;
  for (const [key, value] of Object.entries(params))
    if (/^id$|Id$/.test(key) && !isId(value)) throw new AppError('not_found');
  if (contract.keyed && !/^[\w-]{8,100}$/.test(request.get('idempotency-key') ?? ''))
    throw new AppError('idempotency_key_missing');
  if (contract.body && !request.is('application/json')) throw new AppError('unsupported_media');
  return {
    id: params['id'] ?? '',
    params,
    body: contract.body ? await contract.body.parseAsync(request.body) : undefined,
    query: contract.query ? await contract.query.parseAsync(request.query) : undefined,
    version: contract.versioned ? versionFrom(request) : 0,
    session: session as Session,
    maybeSession: session,
  };
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
  call: Call<unknown, unknown> & { readonly maybeSession: Session | undefined },
  request: Request,
  response: Response,
): Promise<void> {
  if (route.kind === 'plain') return runPlain(kernel, route, act, call, request, response);
  const { session } = call;
  const work = route.kind === 'read' ? reading(route, call) : writing(route, call, request);
  const answer = await kernel.database.inPractice({ membershipId: session.membershipId }, act, work, {
    beforeCommit: async (tx, done) => {
      for (const client of clientsIn((done as Done).view)) tx.touch({ client });
      if (route.kind === 'write' && typeof call.body === 'object' && call.body !== null)
        tx.touch({ fields: Object.keys(call.body) });
    },
  });
  kernel.shown.show(session.sessionId, clientsIn(answer.view));
  send(response, answer);
}

interface Done {
  readonly status: number;
  readonly view: unknown;
}

const reading =
  (route: ReadRoute, call: Call<unknown, unknown>) =>
  async (tx: PracticeTx): Promise<Done> => ({
    status: route.contract.status,
    view: route.contract.response.parse(await route.read(tx, call)),
  });

/** What cannot be said is not saved: the view is checked before COMMIT. */
const writing =
  (route: WriteRoute, call: Call<unknown, unknown>, request: Request) =>
  async (tx: PracticeTx): Promise<Done> => {
    const { contract } = route;
    const key = contract.keyed ? (request.get('idempotency-key') ?? '') : undefined;
    const view = async (id: string) => contract.response.parse(await route.view(tx, id));
    if (key !== undefined) {
      const hash = requestHash([contract.method, contract.path, call.params, call.body, call.version]);
      const earlier = await claimKey(tx, key, hash);
      if (earlier.kind === 'done') return { status: contract.status, view: await view(earlier.refId) };
    }
    const id = await route.act(tx, call);
    if (key !== undefined) await keepResult(tx, key, contract.status, id);
    return { status: contract.status, view: await view(id) };
  };

async function runPlain(
  kernel: Kernel,
  route: PlainRoute,
  act: Act,
  call: Call<unknown, unknown> & { readonly maybeSession: Session | undefined },
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

/** The record as it is now, for the dialog that shows both versions. */
async function currentView(kernel: Kernel, route: Route, request: Request, session: Session): Promise<unknown> {
  const id = (request.params as Record<string, string>)['id'];
  if (route.kind !== 'write' || id === undefined) return undefined;
  const act: Act = { act: 'stale version shown', purpose: route.purpose, sessionId: session.sessionId };
  return kernel.database
    .inPractice({ membershipId: session.membershipId }, act, async (tx) => {
      const view: unknown = route.contract.response.parse(await route.view(tx, id));
      for (const client of clientsIn(view)) tx.touch({ client });
      return view;
    })
    .catch(() => undefined);
}

const refusals: ReadonlySet<string> = new Set(['not_found', 'foreign_origin', 'internal']);

/** Denials and failures are audited in a transaction of their own, after the rollback. */
async function noteRefusal(
  kernel: Kernel,
  name: string,
  requestId: string,
  request: Request,
  session: Session,
  problem: AppError,
): Promise<void> {
  if (!refusals.has(problem.code)) return;
  const { id } = request.params as Record<string, string | undefined>;
  const act: Act = {
    act: name,
    route: name,
    purpose: 'operations',
    requestId,
    sessionId: session.sessionId,
    address: request.ip,
  };
  await kernel.database
    .inPractice({ membershipId: session.membershipId }, undefined, (tx) =>
      writeRefusal(tx, act, {
        outcome: problem.code === 'internal' ? 'failed' : 'denied',
        code: problem.code,
        recordId: id !== undefined && isId(id) ? id : undefined,
      }),
    )
    .catch((error: unknown) => kernel.log.warn('audit.failed', { ...errorFields(error), requestId }));
}
