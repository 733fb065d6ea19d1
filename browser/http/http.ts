import { createIntents } from './intents';
import { newKey } from './new-key';
import { ProblemError, outcomeKnown, problemFrom, unreachable } from './problem';

export interface Ask {
  readonly signal?: AbortSignal | undefined;
  /** Nobody asked for it: a live update, a return to the window. The server then counts it neither as input nor as a new look at a client. */
  readonly automatic?: boolean | undefined;
  /** Answer 401 as it is, instead of waiting until someone has signed in again. */
  readonly signedOutIsAnAnswer?: boolean | undefined;
}

export interface WriteAsk extends Ask {
  /** The version that the person looked at, for a record that exists. Stale: 412 with the record as it is now. */
  readonly version?: number | undefined;
}

export interface Answer {
  readonly status: number;
  /** What JSON says; a `File` where the server gives one to keep. */
  readonly body: unknown;
  /** From `ETag`. */
  readonly version: number | undefined;
}

/** Every request of a page. Paths are relative to `/api` and hold ids only: what someone typed travels in bodies. */
export interface Http {
  readonly get: (path: string, ask?: Ask) => Promise<Answer>;
  /** Reads by a body: searches. */
  readonly read: (path: string, body: unknown, ask?: Ask) => Promise<Answer>;
  readonly write: (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, ask?: WriteAsk) => Promise<Answer>;
  /** Sends a file as it is. 200: the very same was there before. */
  readonly sendFile: (path: string, file: File, ask?: Ask) => Promise<Answer>;
}

export interface HttpOptions {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Resolves when someone has signed in again; rejects when the signal aborts. */
  readonly signedInAgain: (signal?: AbortSignal) => Promise<void>;
  readonly newKey?: () => string;
}

const base = '/api/';
const readMs = 30_000;
const writeMs = 60_000;
/** A large file over a slow line. */
const fileMs = 30 * 60_000;

/** @throws ProblemError from each call; an abort by the caller stays an abort. */
export function createHttp({ fetch, signedInAgain, newKey: makeKey = newKey }: HttpOptions): Http {
  const intents = createIntents(makeKey);

  const once = async (method: string, path: string, body: unknown, ask: WriteAsk, key?: string): Promise<Answer> => {
    const timeout = AbortSignal.timeout(body instanceof File ? fileMs : key === undefined ? readMs : writeMs);
    const init: RequestInit = {
      method,
      headers: headersOf(body, ask, key),
      signal: ask.signal ? AbortSignal.any([ask.signal, timeout]) : timeout,
      ...(body !== undefined && { body: body instanceof File ? body : JSON.stringify(body) }),
    };
    const [response, content] = await fetch(`${base}${path}`, init)
      .then(async (response) => [response, await contentIn(response)] as const)
      .catch((error: unknown) => {
        throw ask.signal?.aborted ? error : unreachable(error);
      });
    const answer = {
      status: response.status,
      body: content instanceof File ? content : json(response, content),
      version: versionOf(response),
    };
    if (!response.ok) throw new ProblemError(problemFrom(response.status, answer.body));
    return answer;
  };

  const send = async (...call: Parameters<typeof once>): Promise<Answer> => {
    try {
      return await once(...call);
    } catch (error) {
      const [, , , ask] = call;
      if (ask.signedOutIsAnAnswer || !isSignedOut(error)) throw error;
      await signedInAgain(ask.signal);
      return once(...call); // the same key: if the first one did reach the server, this one hears its answer
    }
  };

  const keyed = async (of: readonly unknown[], call: [string, string, unknown, WriteAsk]): Promise<Answer> => {
    const intent = JSON.stringify(of);
    try {
      const answer = await send(...call, intents.keyOf(intent));
      intents.settle(intent);
      return answer;
    } catch (error) {
      if (error instanceof ProblemError && outcomeKnown(error.problem)) intents.settle(intent);
      throw error;
    }
  };

  return {
    get: (path, ask = {}) => send('GET', path, undefined, ask),
    read: (path, body, ask = {}) => send('POST', path, body, ask),
    write: (method, path, body, ask = {}) => keyed([method, path, body, ask.version], [method, path, body, ask]),
    sendFile: (path, file, ask = {}) =>
      keyed(['POST', path, file.name, file.size, file.lastModified], ['POST', path, file, ask]),
  };
}

/** `appointments`, an id and `cancel` as a path; an id is never trusted to be one. */
export const pathOf = (...parts: readonly (string | number)[]): string =>
  parts.map((part) => encodeURIComponent(part)).join('/');

function headersOf(body: unknown, { version, automatic }: WriteAsk, key: string | undefined): Record<string, string> {
  return {
    accept: 'application/json',
    ...contentOf(body),
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(automatic && { 'kept-refetch': '1' }),
  };
}

function contentOf(body: unknown): Record<string, string> {
  if (body === undefined) return {};
  if (!(body instanceof File)) return { 'content-type': 'application/json' };
  // a header takes no letters beyond ASCII
  return { 'content-type': 'application/octet-stream', 'kept-file-name': encodeURIComponent(body.name) };
}

const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 401;

/** As bytes where it is a file: read as text it would lose the mark that says how it is written. */
const contentIn = async (response: Response): Promise<string | File> => {
  const [, name] = /^attachment; filename="([\w.-]+)"$/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return name === undefined ? response.text() : new File([await response.blob()], name);
};

function json(response: Response, text: string): unknown {
  if (text === '' || !/[/+]json\b/.test(response.headers.get('content-type') ?? '')) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreachable(error); // cut off on its way
  }
}

function versionOf(response: Response): number | undefined {
  const match = /^"(\d+)"$/.exec(response.headers.get('etag') ?? '');
  return match ? Number(match[1]) : undefined;
}
