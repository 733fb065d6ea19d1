import type { Capability } from '../../domain/access/capabilities';
import type { Database } from '../../domain/database/database';
import type { Act, PracticeTx } from '../../domain/database/practice-tx';
import type { Request, Response } from 'express';
import type { Contract } from './contract';
import type { Session } from './session';
import type { SentFile } from './take-file';

/** Who may call a route: holders of a capability, anyone signed in at this front door, or anyone at all. */
export type Access =
  | { readonly kind: 'may'; readonly capability: Capability }
  | { readonly kind: 'signed_in' }
  | { readonly kind: 'anyone' };

export const may = (capability: Capability): Access => ({ kind: 'may', capability });
export const signedIn: Access = { kind: 'signed_in' };
export const anyone: Access = { kind: 'anyone' };

/** What a handler gets: everything validated. */
export interface Call<Body, Query> {
  /** The `:id` of the path; '' where it has none. */
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly query: Query;
  /** Of the record as the caller saw it, from If-Match; 0 where the contract is not versioned. */
  readonly version: number;
  readonly session: Session;
}

/** A call outside a signed-in transaction: sign-in, links from messages, vendors' callbacks. */
export interface PlainCall<Body, Query> extends Omit<Call<Body, Query>, 'session'> {
  readonly session: Session | undefined;
  readonly database: Database;
  readonly act: Act;
  readonly request: Request;
  readonly response: Response;
  /** For what must not make the answer slower: an entry that only known accounts get would tell who is known. */
  afterAnswer(work: () => Promise<void>): void;
}

interface Common {
  readonly contract: Contract;
  readonly access: Access;
  readonly purpose: Act['purpose'];
}

export interface ReadRoute extends Common {
  readonly kind: 'read';
  read(tx: PracticeTx, call: Call<unknown, unknown>): Promise<unknown>;
}
/** A write is a command that says which record it changed, and a view of that record: so a repeated request is answered again under current rights. */
export interface WriteRoute extends Common {
  readonly kind: 'write';
  act(tx: PracticeTx, call: Call<unknown, unknown>): Promise<string>;
  view(tx: PracticeTx, id: string): Promise<unknown>;
}
export interface PlainRoute extends Common {
  readonly kind: 'plain';
  handle(call: PlainCall<unknown, unknown>): Promise<unknown>;
}
/** A write whose body is a file: it is in the file store, outside of any transaction, before the command runs. */
export interface FileRoute extends Common {
  readonly kind: 'file';
  keep(database: Database, call: Call<SentFile, unknown>): Promise<unknown>;
  act(tx: PracticeTx, kept: unknown): Promise<{ readonly id: string; readonly before: boolean }>;
  view(tx: PracticeTx, id: string): Promise<unknown>;
}
export type Route = ReadRoute | WriteRoute | PlainRoute | FileRoute;

/** Handlers may answer with what nobody may change any more. */
export type Answer<T> = T extends readonly (infer One)[]
  ? readonly Answer<One>[]
  : T extends object
    ? { readonly [Key in keyof T]: Answer<T[Key]> }
    : T;

interface Options {
  readonly access: Access;
  /** Why personal data is touched, for the audit. */
  readonly purpose: Act['purpose'];
}

export function read<Body, Response, Query>(
  contract: Contract<Body, Response, Query>,
  options: Options,
  handler: (tx: PracticeTx, call: Call<Body, Query>) => Promise<Answer<Response>>,
): Route {
  return { kind: 'read', contract, ...options, read: handler };
}

/** A write that is the same done once or twice: in one transaction like a read, and it answers by itself. */
export function repeatable<Body, Response, Query>(
  contract: Contract<Body, Response, Query>,
  options: Options,
  handler: (tx: PracticeTx, call: Call<Body, Query>) => Promise<Answer<Response>>,
): Route {
  return read(contract, options, handler);
}

export function write<Body, Response, Query>(
  contract: Contract<Body, Response, Query>,
  options: Options,
  handler: {
    readonly act: (tx: PracticeTx, call: Call<Body, Query>) => Promise<string>;
    readonly view: (tx: PracticeTx, id: string) => Promise<Answer<Response>>;
  },
): Route {
  return { kind: 'write', contract, ...options, ...handler };
}

export function takeFile<Kept, Response>(
  contract: Contract<never, Response, never>,
  options: Options,
  handler: {
    /** Puts it into the file store: what comes again is the same. */
    readonly keep: (database: Database, call: Call<SentFile, unknown>) => Promise<Kept>;
    /** Which record it is, and whether it was here before. */
    readonly act: (tx: PracticeTx, kept: Kept) => Promise<{ readonly id: string; readonly before: boolean }>;
    readonly view: (tx: PracticeTx, id: string) => Promise<Answer<Response>>;
  },
): Route {
  return { kind: 'file', contract, ...options, ...(handler as Pick<FileRoute, 'keep' | 'act' | 'view'>) };
}

export function plain<Body, Response, Query>(
  contract: Contract<Body, Response, Query>,
  options: Options,
  handle: (call: PlainCall<Body, Query>) => Promise<Answer<Response>>,
): Route {
  return { kind: 'plain', contract, ...options, handle };
}
