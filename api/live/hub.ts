import { listen } from '../../domain/database/listen';
import type { Log } from '../../integrations/log/logger';

/** One thing that changed somewhere in a practice. */
export interface Change {
  readonly kind: string;
  readonly id: string;
}

export interface Subscriber {
  readonly practiceId: string;
  readonly sessionId: string;
  changed(changes: readonly Change[]): void;
  resync(): void;
  /** The person has these on her screen, by an answer of the api. */
  onScreen(ids: ReadonlySet<string>): void;
  /** She signed out, or this process ends: then the browser connects again, to another. */
  end(): void;
}

export interface Hub {
  /** Answers what ends the subscription. */
  subscribe(subscriber: Subscriber): () => void;
  onScreen(sessionId: string, ids: ReadonlySet<string>): void;
  /** Ends the streams of a session here, at once; other processes see it at their next look. */
  sessionEnded(sessionId: string): void;
  close(): Promise<void>;
}

/** Hears what the relays announce and hands it to the open streams of the practice. */
export function openHub(url: string, log: Log): Hub {
  const subscribers = new Set<Subscriber>();
  const listener = listen(url, 'kept_live', (payload) => {
    if (payload === '') {
      for (const one of subscribers) one.resync(); // the connection is new: something may have been missed
      return;
    }
    for (const [practiceId, changes] of byPractice(payload, log))
      for (const one of subscribers) if (one.practiceId === practiceId) one.changed(changes);
  });
  const of = (sessionId: string) => [...subscribers].filter((one) => one.sessionId === sessionId);
  return {
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    onScreen(sessionId, ids) {
      for (const one of of(sessionId)) one.onScreen(ids);
    },
    sessionEnded(sessionId) {
      for (const one of of(sessionId)) one.end();
    },
    async close() {
      for (const one of subscribers) one.end();
      await listener.close();
    },
  };
}

function byPractice(payload: string, log: Log): ReadonlyMap<string, readonly Change[]> {
  try {
    const things = JSON.parse(payload) as [practiceId: string, kind: string, id: string][];
    const grouped = Map.groupBy(things, ([practiceId]) => practiceId);
    return new Map([...grouped].map(([practice, rows]) => [practice, rows.map(([, kind, id]) => ({ kind, id }))]));
  } catch {
    log.warn('live.malformed', { bytes: payload.length });
    return new Map();
  }
}
