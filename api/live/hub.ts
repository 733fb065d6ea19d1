import { listen } from '../../domain/database/listen';
import type { Log } from '../../integrations/log/logger';

/** One thing that changed somewhere in a practice. */
export interface Change {
  readonly kind: string;
  readonly id: string;
}

export interface Subscriber {
  readonly practiceId: string;
  changed(changes: readonly Change[]): void;
  resync(): void;
  /** This process ends: the browser connects again, to another. */
  end(): void;
}

export interface Hub {
  subscribe(subscriber: Subscriber): () => void;
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
  return {
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
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
