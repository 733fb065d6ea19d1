/** A row of a kind has a higher version now. */
export interface Changed {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
}

/** A row is no longer in this person's sight. */
export interface Gone {
  readonly kind: string;
  readonly id: string;
}

export interface LiveHandlers {
  /** Something may have been missed: fetch again what is shown. Comes with each connection. */
  readonly resync: () => void;
  readonly changed: (rows: readonly Changed[]) => void;
  readonly gone: (rows: readonly Gone[]) => void;
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
    on('changed', (data) => handlers.changed(rowsOf(data, isChanged)));
    on('gone', (data) => handlers.gone(rowsOf(data, isGone)));
    current.addEventListener('error', () => {
      if (current.readyState !== closed) return;
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

function rowsOf<Row>(data: unknown, is: (row: unknown) => row is Row): readonly Row[] {
  return Array.isArray(data) ? data.filter(is) : [];
}

const isGone = (row: unknown): row is Gone =>
  typeof row === 'object' && row !== null && 'kind' in row && 'id' in row && typeof row.id === 'string';
const isChanged = (row: unknown): row is Changed => isGone(row) && 'version' in row && typeof row.version === 'number';
