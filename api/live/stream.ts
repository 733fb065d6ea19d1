import type { Request, Response } from 'express';
import type { Session } from '../http/session';
import type { Change, Hub } from './hub';

export interface StreamOptions {
  readonly request: Request;
  readonly response: Response;
  readonly session: Session;
  readonly hub: Hub;
  readonly heartbeatMs: number;
  /** Whether she is still signed in. */
  sessionLives(): Promise<boolean>;
  /** Which of these she may see now, as `kind/id`. */
  visible(changes: readonly Change[]): Promise<ReadonlySet<string>>;
}

const batchMs = 250;
/** What a stream remembers to be on the screen, so that it can say `gone`. */
const mostRemembered = 5_000;
/** Whoever reads so slowly is cut off, connects again and fetches what is true then. */
const mostUnread = 256 * 1024;

/** One tab's stream. Each batch asks what the person may see now; whoever lost her session is told by the end of the stream. */
export function openStream(options: StreamOptions): void {
  const { request, response, session, hub } = options;
  response.status(200).set({
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
    Connection: 'keep-alive',
  });
  response.flushHeaders();
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const send = (text: string) => {
    if (response.writableLength > mostUnread) response.destroy();
    else if (!response.writableEnded) response.write(text);
  };
  const say = (event: string, data: unknown) => send(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const waiting = new Map<string, Change>();
  const onScreen = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const flush = async () => {
    timer = undefined;
    const changes = [...waiting.values()];
    waiting.clear();
    try {
      if (!(await options.sessionLives())) response.end();
      else tellBatch(changes, await options.visible(changes), onScreen, say);
    } catch {
      // It cannot be known what she may see: she asks again on a new stream, and is told then what is wrong.
      say('resync', {});
      response.end();
    }
  };
  const look = async () => {
    send(':\n\n');
    // A database that does not answer now ends nobody's stream: the next batch or look will tell.
    if (!(await options.sessionLives().catch(() => true))) response.end();
  };

  const leave = hub.subscribe({
    practiceId: session.practiceId,
    sessionId: session.sessionId,
    changed(changes) {
      for (const change of changes) waiting.set(keyOf(change), change);
      timer ??= setTimeout(() => void flush(), batchMs);
    },
    resync: () => say('resync', {}),
    onScreen: (ids) => remember(onScreen, ids),
    end: () => void response.end(),
  });
  const heartbeat = setInterval(() => void look(), options.heartbeatMs);
  const lifetime = setTimeout(() => response.end(), Math.max(0, session.expiresAt.getTime() - Date.now()));
  say('resync', {});
  response.on('close', () => {
    leave();
    clearTimeout(timer);
    clearTimeout(lifetime);
    clearInterval(heartbeat);
  });
}

const keyOf = (change: Change): string => `${change.kind}/${change.id}`;

function remember(onScreen: Set<string>, ids: Iterable<string>): void {
  for (const id of ids) {
    onScreen.delete(id); // the newest last
    onScreen.add(id);
  }
  for (const oldest of onScreen) {
    if (onScreen.size <= mostRemembered) return;
    onScreen.delete(oldest);
  }
}

function tellBatch(
  changes: readonly Change[],
  seen: ReadonlySet<string>,
  onScreen: Set<string>,
  say: (event: string, data: unknown) => void,
): void {
  const changed = changes.filter((change) => seen.has(keyOf(change)));
  const gone = changes.filter((change) => !seen.has(keyOf(change)) && onScreen.has(change.id));
  remember(
    onScreen,
    changed.map((change) => change.id),
  );
  for (const { id } of gone) onScreen.delete(id);
  if (changed.length > 0) say('changed', changed);
  if (gone.length > 0) say('gone', gone);
}
