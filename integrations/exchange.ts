import { type IncomingHttpHeaders, type RequestOptions, request as http } from 'node:http';
import { request as https } from 'node:https';
import type { Socket } from 'node:net';

export interface OutboundRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Exchange =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }
  /** No byte of the request was written: the vendor cannot have acted. */
  | { readonly kind: 'unsent'; readonly code: string }
  /** It was written, in part or whole, and no whole answer came. */
  | { readonly kind: 'lost'; readonly code: string };

const longestAnswer = 4 << 20;

/**
 * One request on a connection of its own, ended by `signal`. Never throws for what the network does.
 * Connections are not reused: one that the other side just closed would turn "not sent" into "nobody knows".
 */
export function exchange(outbound: OutboundRequest, signal: AbortSignal): Promise<Exchange> {
  return new Promise((resolve) => {
    const url = new URL(outbound.url);
    const secure = url.protocol === 'https:';
    let connected = false;
    const failed = (code: string) => resolve({ kind: connected ? 'lost' : 'unsent', code });
    if (signal.aborted) return failed('timeout');

    const options: RequestOptions = { method: outbound.method, headers: headersOf(outbound), agent: false, signal };
    const request = (secure ? https : http)(url, options, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > longestAnswer) request.destroy(Object.assign(new Error('too long'), { code: 'answer_too_long' }));
        else chunks.push(chunk);
      });
      response.once('end', () => {
        const { statusCode: status = 0, headers } = response;
        if (response.complete) resolve({ kind: 'answer', status, headers, text: Buffer.concat(chunks).toString() });
      });
      response.once('error', (error) => failed(codeOf(error, signal)));
      response.once('close', () => failed('cut_off')); // nothing, where it was settled before
    });
    request.once('socket', (socket: Socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        connected = true;
      });
    });
    request.once('error', (error) => failed(codeOf(error, signal)));
    request.end(outbound.body);
  });
}

function headersOf({ headers = {}, body }: OutboundRequest): Record<string, string | number> {
  return { ...headers, connection: 'close', ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) };
}

function codeOf(error: Error, signal: AbortSignal): string {
  if (signal.aborted) return 'timeout';
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : 'network';
}

/** `Retry-After` in milliseconds, of seconds or a date (RFC 9110 §10.2.3). */
export function retryAfterMs(headers: IncomingHttpHeaders, now: number = Date.now()): number | undefined {
  const text = headers['retry-after'];
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const until = text.endsWith('GMT') ? Date.parse(text) : NaN;
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}
