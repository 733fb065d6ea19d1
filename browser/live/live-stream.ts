/** Something of a kind changed, or is no longer in this person's sight. Never a name, never a value. */
export interface Hint {
  readonly kind: string;
  readonly id: string;
}

export interface LiveHandlers {
  /** Something may have been missed: fetch again what is shown. Comes with each connection. */
  readonly resync: () => void;
  readonly changed: (hints: readonly Hint[]) => void;
  readonly gone: (hints: readonly Hint[]) => void;
  /** The server would not open it: the session may be over. */
  readonly refused: () => void;
}

/** What of the platform's EventSource is used. */
export type Source = Pick<EventSource, 'addEventListener' | 'close' | 'readyState'>;

const closed = 2;
const firstRetryMs = 2000;
const longestRetryMs = 60_000;

/**
 * Listens to `GET /api/live`. The platform reconnects by itself after a dropped line, and gives up after a refusal (401, 503):
 * then it is opened again, later each time, up to once a minute.
 */
export function openLive(open: () => Source, handlers: LiveHandlers): () => void {
  let source: Source | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;

  const connect = () => {
    const current = open();
    source = current;
    const on = (event: string, handle: (data: unknown) => void) =>
      current.addEventListener(event, (message) => {
        retryMs = firstRetryMs;
        handle(message instanceof MessageEvent ? parse(message.data) : undefined);
      });
    on('resync', () => handlers.resync());
    on('changed', (data) => handlers.changed(hintsOf(data)));
    on('gone', (data) => handlers.gone(hintsOf(data)));
    current.addEventListener('error', () => {
      if (current.readyState !== closed) return;
      handlers.refused();
      timer = setTimeout(connect, retryMs);
      retryMs = Math.min(longestRetryMs, retryMs * 2);
    });
  };
  connect();

  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

function parse(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined; // a hint that cannot be read is no hint; the next resync heals it
  }
}

const hintsOf = (data: unknown): readonly Hint[] => (Array.isArray(data) ? data.filter(isHint) : []);

const isHint = (one: unknown): one is Hint =>
  typeof one === 'object' &&
  one !== null &&
  'kind' in one &&
  typeof one.kind === 'string' &&
  'id' in one &&
  typeof one.id === 'string';
