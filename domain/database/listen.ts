import { Client } from 'pg';

export type Channel = 'kept_outbox' | 'kept_live';

export interface Listener {
  close(): Promise<void>;
}

const retryMs = 500;

/**
 * Listens on one channel on a connection of its own, and comes back by itself when that is lost. `heard` is also called, with
 * an empty payload, at each (re)connection: something may have been said while nobody listened.
 */
export function listen(url: string, channel: Channel, heard: (payload: string) => void): Listener {
  let closed = false;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  void connect();

  async function connect(): Promise<void> {
    const next = new Client({ connectionString: url, connectionTimeoutMillis: 2_000, application_name: channel });
    next.on('error', () => again(next));
    next.on('end', () => again(next));
    next.on('notification', (message) => heard(message.payload ?? ''));
    client = next;
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      heard('');
    } catch {
      again(next);
    }
  }

  function again(lost: Client): void {
    if (closed || lost !== client) return;
    client = undefined;
    lost.end().catch(() => undefined);
    timer = setTimeout(() => void connect(), retryMs);
  }

  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
