import type { Response } from 'express';
import { AppError } from '../../domain/problems';
import type { Database } from '../../domain/database/database';
import { plain, type Route, signedIn } from '../http/route';
import type { Session } from '../http/session';
import type { Change, Hub } from './hub';
import { liveUpdates } from './live.contract';
import { visible } from './visible';

const batchMs = 250;
const heartbeatMs = 20_000;
/** What a stream remembers to have shown, so that it can say `gone`. */
const mostRemembered = 5_000;

export const liveRoutes = (hub: Hub): readonly Route[] => [
  plain(liveUpdates, { access: signedIn, purpose: 'own' }, async ({ database, session, response }) => {
    if (!session) throw new AppError('signed_out');
    openStream(response, database, session, hub);
    return undefined;
  }),
];

/** One tab's stream. Each batch asks what the person may see now; whoever lost her session is told by the end of the stream. */
function openStream(response: Response, database: Database, session: Session, hub: Hub): void {
  response.status(200).set({
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
    Connection: 'keep-alive',
  });
  response.flushHeaders();
  const say = (event: string, data: unknown) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const waiting = new Map<string, Change>();
  const shown = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const flush = async () => {
    timer = undefined;
    const changes = [...waiting.values()];
    waiting.clear();
    const seen = await database
      .inPractice({ membershipId: session.membershipId }, undefined, (tx) => visible(tx, changes))
      .catch(() => undefined);
    if (response.writableEnded) return;
    if (!seen) {
      say('resync', {});
      response.end();
      return;
    }
    tellBatch(changes, seen, shown, say);
  };

  const leave = hub.subscribe({
    practiceId: session.practiceId,
    changed(changes) {
      for (const change of changes) waiting.set(`${change.kind}/${change.id}`, change);
      timer ??= setTimeout(() => void flush(), batchMs);
    },
    resync: () => void say('resync', {}),
    end: () => void response.end(),
  });
  const heartbeat = setInterval(() => void response.write(':\n\n'), heartbeatMs);
  const lifetime = setTimeout(() => response.end(), Math.max(0, session.expiresAt.getTime() - Date.now()));
  say('resync', {});
  response.on('close', () => {
    leave();
    clearTimeout(timer);
    clearTimeout(lifetime);
    clearInterval(heartbeat);
  });
}

function tellBatch(
  changes: readonly Change[],
  seen: ReadonlySet<string>,
  shown: Set<string>,
  say: (event: string, data: unknown) => void,
): void {
  const key = (change: Change) => `${change.kind}/${change.id}`;
  const changed = changes.filter((change) => seen.has(key(change)));
  const gone = changes.filter((change) => !seen.has(key(change)) && shown.has(key(change)));
  for (const change of changed) shown.add(key(change));
  for (const change of gone) shown.delete(key(change));
  for (const old of shown) {
    if (shown.size <= mostRemembered) break;
    shown.delete(old);
  }
  if (changed.length > 0) say('changed', changed);
  if (gone.length > 0) say('gone', gone);
}
