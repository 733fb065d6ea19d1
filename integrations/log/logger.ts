import { types } from 'node:util';
import pino, { type DestinationStream } from 'pino';

/** What a log line may carry: ids, codes, counts and times. Whatever else is given is left out, not masked: an allow-list. */
const allowed: ReadonlySet<string> = new Set([
  'act',
  'address',
  'attempt',
  'bytes',
  'cause',
  'code',
  'count',
  'doing',
  'fingerprint',
  'id',
  'kind',
  'membershipId',
  'method',
  'ms',
  'name',
  'names',
  'pid',
  'port',
  'practiceId',
  'queue',
  'requestId',
  'route',
  'seconds',
  'sessionId',
  'signal',
  'sqlState',
  'state',
  'status',
  'step',
  'version',
  'where',
]);

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>;

/** A log of events by name, with fields from the allow-list. Never a message of an error, never typed text. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export function openLog(options: {
  readonly name: string;
  readonly level: string;
  readonly to?: DestinationStream;
}): Log {
  const log = pino(
    {
      level: options.level,
      base: { name: options.name, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    options.to ?? pino.destination({ dest: 1, sync: false }),
  );
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) => {
      log[level]({ event, ...onlyAllowed(fields) });
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

function onlyAllowed(fields: LogFields): LogFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name)));
}

/** What may be said of an error: its class, its code, and the first line of ours in its stack. Its text may hold values. */
export function errorFields(error: unknown): LogFields {
  // not `instanceof`: what Node's own modules throw may come from another realm
  if (!types.isNativeError(error)) return { kind: typeof error };
  const where = /\(?([^()\s]*\/(?:dist|kept)[^()\s]*:\d+):\d+\)?/
    .exec(error.stack ?? '')?.[1]
    ?.replace(/^.*\/dist\//, '');
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const cause = types.isNativeError(error.cause) ? error.cause.name : undefined;
  return { kind: error.name, code, cause, where };
}
