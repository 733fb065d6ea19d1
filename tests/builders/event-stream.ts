import http from 'node:http';
import type { Caller } from './api';

export interface LiveEvent {
  readonly event: string;
  readonly data: unknown;
}

/** An open stream of `/api/live`, as a browser hears it. */
export interface LiveStream {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** Everything heard so far, whole; comments too. */
  readonly text: string;
  readonly events: readonly LiveEvent[];
  /** The next event that has not been asked for yet. Undefined when the stream ends first. */
  next(): Promise<LiveEvent | undefined>;
  readonly ended: Promise<void>;
  close(): void;
}

export function listenLive(caller: Caller): Promise<LiveStream> {
  return new Promise((resolve, reject) => {
    const request = http.get({
      host: '127.0.0.1',
      port: caller.port,
      path: '/api/live',
      headers: { ...(caller.cookie === undefined ? {} : { cookie: caller.cookie }), accept: 'text/event-stream' },
      agent: false,
    });
    request.once('error', reject);
    request.once('response', (response) => resolve(streamOf(request, response)));
  });
}

function streamOf(request: http.ClientRequest, response: http.IncomingMessage): LiveStream {
  let text = '';
  let asked = 0;
  let wake: () => void = () => undefined;
  const events: LiveEvent[] = [];
  const ended = new Promise<void>((resolve) => {
    response.once('close', () => {
      wake();
      resolve();
    });
  });
  request.on('error', () => undefined);
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    for (const block of text.split('\n\n').slice(0, -1).filter(isEvent).slice(events.length))
      events.push(parsed(block));
    wake();
  });
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    get text() {
      return text;
    },
    events,
    ended,
    close: () => request.destroy(),
    async next() {
      while (events.length <= asked && !response.closed)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      return events[asked++];
    },
  };
}

const isEvent = (block: string): boolean => block.startsWith('event: ');

function parsed(block: string): LiveEvent {
  const [event = '', data = ''] = block.split('\n');
  return { event: event.slice('event: '.length), data: JSON.parse(data.slice('data: '.length)) };
}
