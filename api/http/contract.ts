import { z } from 'zod';
import { fieldCodes } from '../../domain/field-codes';
import { type ProblemCode, problems } from '../../domain/problems';

/**
 * What one route takes and gives, in zod: the server validates by it, OpenAPI is made from it, and the browser's forms and types
 * are the same object. A contract imports nothing that a browser may not have.
 */
export interface Contract<Body = unknown, Response = unknown, Query = unknown> {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** Below `/api`. `:id` and other `:…Id` segments are ids; any other segment is a word. */
  readonly path: string;
  readonly summary: string;
  /** `read` asks, however it travels (a search is a POST, so that typed text stays out of URLs). `write` changes something. */
  readonly kind: 'read' | 'write';
  readonly body: z.ZodType<Body> | undefined;
  readonly query: z.ZodType<Query> | undefined;
  readonly response: z.ZodType<Response>;
  /** Writes of an existing record name the version they saw: `If-Match`. */
  readonly versioned: boolean;
  /** A write that may come twice by its own nature (sign-in, "seen") takes no Idempotency-Key. */
  readonly keyed: boolean;
  readonly status: 200 | 201 | 204;
  readonly produces: 'application/json' | 'text/event-stream' | 'application/edi-x12' | 'text/csv';
  /** Takes a file as its body instead of JSON, up to so many bytes. One that was here before is answered with 200. */
  readonly file?: { readonly maxBytes: number };
  /** What can go wrong beside what can always go wrong. */
  readonly problems: readonly ProblemCode[];
}

/** Problems that any route may answer. */
export const everyonesProblems = ['malformed', 'try_again', 'internal'] as const satisfies readonly ProblemCode[];
/** Problems of whatever takes a body, and of whatever is no safe method. */
export const bodyProblems = ['invalid', 'too_large', 'unsupported_media'] as const satisfies readonly ProblemCode[];
export const unsafeProblems = ['foreign_origin'] as const satisfies readonly ProblemCode[];
/** Problems of routes that ask who is calling, or name something by its id. */
export const callerProblems = ['signed_out', 'not_found'] as const satisfies readonly ProblemCode[];

interface Given<Body, Response, Query> {
  readonly path: string;
  readonly summary: string;
  readonly body?: z.ZodType<Body>;
  readonly query?: z.ZodType<Query>;
  readonly response: z.ZodType<Response>;
  readonly problems?: readonly ProblemCode[];
  readonly produces?: Contract['produces'];
}

/** `GET`: one thing, or a few that need no filter. */
export const readContract = <Response, Query = unknown>(
  given: Omit<Given<never, Response, Query>, 'body'>,
): Contract<never, Response, Query> => ({
  method: 'get',
  kind: 'read',
  body: undefined,
  query: undefined,
  versioned: false,
  keyed: false,
  status: 200,
  produces: 'application/json',
  problems: [],
  ...given,
});

/** `POST` that only asks: what was typed travels in the body. */
export const askContract = <Body, Response>(given: Given<Body, Response, never>): Contract<Body, Response, never> => ({
  method: 'post',
  kind: 'read',
  body: undefined,
  query: undefined,
  versioned: false,
  keyed: false,
  status: 200,
  produces: 'application/json',
  problems: [],
  ...given,
});

/** `POST` that makes a record. */
export const createContract = <Body, Response>(
  given: Given<Body, Response, never>,
): Contract<Body, Response, never> => ({
  ...askContract(given),
  kind: 'write',
  keyed: true,
  status: 201,
  problems: ['idempotency_key_missing', 'idempotency_key_reused', 'in_progress', ...(given.problems ?? [])],
});

/** `POST` that does something to a record that exists, at the version the caller has seen; `PUT` where it puts all of it. */
export const changeContract = <Body, Response>(
  given: Given<Body, Response, never> & { readonly versioned?: boolean; readonly method?: 'post' | 'put' },
): Contract<Body, Response, never> => {
  const versioned = given.versioned ?? true;
  return {
    ...createContract(given),
    method: given.method ?? 'post',
    status: 200,
    versioned,
    problems: [
      'idempotency_key_missing',
      'idempotency_key_reused',
      'in_progress',
      ...(versioned ? (['precondition_missing', 'stale_version'] as const) : []),
      ...(given.problems ?? []),
    ],
  };
};

/** `POST` of a file: its bytes are the body, its name a header. */
export const fileContract = <Response>(
  given: Omit<Given<never, Response, never>, 'body'> & NonNullable<Contract['file']>,
): Contract<never, Response, never> => {
  const { maxBytes, ...rest } = given;
  return { ...createContract<never, Response>(rest), file: { maxBytes } };
};

/** A write that is the same done once or twice, outside the keyed ones: sign-in, preferences, "I am still here". */
export const repeatableContract = <Body, Response>(
  given: Given<Body, Response, never> & { readonly method?: 'post' | 'put' | 'delete' },
): Contract<Body, Response, never> => ({
  ...askContract(given),
  kind: 'write',
  method: given.method ?? 'post',
  problems: given.problems ?? [],
});

// ── pieces that contracts are made of ──────────────────────────────────────────────────────────────────────────────────

/** In lower case, as the database writes it: the same record has one name. */
export const id = z.uuid().toLowerCase();
const [firstDay, endDay] = ['1900-01-01', '2200-01-01'] as const;
/** A day may begin earlier or end later than its name says, by its zone and by what happens on it. */
const [firstInstant, endInstant] = [Date.UTC(1899, 11, 1), Date.UTC(2200, 1, 1)] as const;
/** A point in time: epoch milliseconds. Beyond two centuries it is a slip, and Postgres cannot keep all of them. */
export const instant = z
  .number()
  .int()
  .refine((at) => at >= firstInstant && at < endInstant, 'instant_out_of_range')
  .describe('epoch milliseconds');
/** `2026-12-01` */
export const day = z.iso.date('day_malformed').refine((text) => text >= firstDay && text < endDay, 'day_out_of_range');
/** As the practice's clock shows it: `2026-12-01T14:00`. */
export const wallTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'wall_time_malformed')
  .refine(isOnTheClock, 'wall_time_malformed')
  .refine((text) => text >= firstDay && text < endDay, 'day_out_of_range');

/** 30 February and 24:00 are no times, though they are written like some. */
function isOnTheClock(text: string): boolean {
  const read = new Date(`${text}:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}

export const version = z.number().int().positive();
export const empty = z.strictObject({});
/** Text that a person types on one line; trimmed, never empty. */
export const line = (max: number) => z.string().trim().min(1).max(max);

/** The longest page of a list. */
export const longestRange = 200;

/** `POST …/search`: allow-listed filter and sort, a range (both ends count), and how many there are in all. */
export const searchContract = <
  Filter extends z.ZodType,
  const Sort extends readonly [string, ...string[]],
  Row,
>(given: {
  readonly path: string;
  readonly summary: string;
  /** A strict object with optional fields. */
  readonly filter: Filter;
  readonly sort: Sort;
  readonly row: z.ZodType<Row>;
}) =>
  askContract({
    path: given.path,
    summary: given.summary,
    body: z.strictObject({
      filter: given.filter.optional(),
      sort: z.strictObject({ field: z.enum(given.sort), order: z.enum(['ASC', 'DESC']) }).optional(),
      range,
    }),
    response: z.object({ rows: z.array(given.row), total: z.number().int().min(0) }),
  });

const range = z
  .tuple([z.number().int().min(0), z.number().int().min(0)])
  .refine(([from, to]) => to >= from && to - from < longestRange, 'range_malformed')
  .default([0, 24]);

/** `POST …/export`: all that a search finds, as a file, by the same filter and in the same order. */
export const exportContract = <Body extends { readonly range?: unknown }, Response>(
  search: Contract<Body, Response, never>,
  summary: string,
): Contract<Omit<Body, 'range'>, string, never> =>
  askContract({
    path: search.path.replace(/search$/, 'export'),
    summary,
    body: (search.body as unknown as z.ZodObject).omit({ range: true }) as unknown as z.ZodType<Omit<Body, 'range'>>,
    response: z.string(),
    produces: 'text/csv',
    problems: ['too_many_rows'],
  });

export type BodyOf<C> = C extends { readonly body: z.ZodType<infer Body> | undefined } ? Body : never;
export type ResponseOf<C> = C extends { readonly response: z.ZodType<infer Response> } ? Response : never;

/** The problem document (RFC 9457). `current` comes with `stale_version`: the record as it is now. */
export const problemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().optional(),
    instance: z.string().optional(),
    requestId: z.uuid(),
    params: z.record(z.string(), z.unknown()).optional(),
    errors: z.array(
      z.object({
        pointer: z.string(),
        code: z.enum(fieldCodes),
        params: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
    current: z.unknown().optional(),
  })
  .meta({ id: 'Problem' });
