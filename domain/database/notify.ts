import { Client } from 'pg';
import type { Channel } from './listen';

export interface Notifier {
  /** Says that something is there: the first time at once, then at most every 100 ms. Never waits, never fails. */
  readonly poke: () => void;
  close(): Promise<void>;
}

const coalesceMs = 100;

/**
 * Wakes those who poll, after a commit and on a connection of its own: a NOTIFY inside a command's transaction would make
 * commits queue on one lock (halves the commit rate, reference: docs/decisions). Losing a poke costs one polling interval.
 */
export function notifier(url: string, channel: Channel): Notifier {
  let client: Client | undefined;
  let waiting: NodeJS.Timeout | undefined;
  let again = false;

  async function say(): Promise<void> {
    try {
      if (!client) {
        const next = new Client({
          connectionString: url,
          connectionTimeoutMillis: 2_000,
          application_name: `${channel} notify`,
        });
        next.on('error', () => forget(next));
        client = next;
        await next.connect();
      }
      await client.query(`select pg_notify('${channel}', '')`);
    } catch {
      if (client) forget(client);
    }
  }

  function forget(lost: Client): void {
    if (lost === client) client = undefined;
    lost.end().catch(() => undefined);
  }

  function poke(): void {
    if (waiting) {
      again = true;
      return;
    }
    void say();
    waiting = setTimeout(() => {
      waiting = undefined;
      if (!again) return;
      again = false;
      poke();
    }, coalesceMs);
    waiting.unref();
  }

  return {
    poke,
    async close() {
      clearTimeout(waiting);
      await client?.end().catch(() => undefined);
    },
  };
}
