import type { ClientId } from '../../domain/ids';

const rememberMs = 15 * 60_000;
const mostSessions = 5_000;

/**
 * Which clients were shown to which session lately. A screen that refetches by itself adds an audit entry only for clients not
 * shown in the last 15 minutes. Kept in the process: forgetting costs an entry more, never one less.
 */
export function rememberShown(clock: () => number = Date.now) {
  const sessions = new Map<string, Map<ClientId, number>>();
  return {
    wasShown: (sessionId: string, clientId: ClientId): boolean =>
      (sessions.get(sessionId)?.get(clientId) ?? 0) > clock() - rememberMs,
    show(sessionId: string, clients: Iterable<ClientId>): void {
      const seen = sessions.get(sessionId) ?? new Map<ClientId, number>();
      const now = clock();
      for (const client of clients) seen.set(client, now);
      for (const [client, at] of seen) if (at <= now - rememberMs) seen.delete(client);
      sessions.delete(sessionId); // the newest last, so that the first is the one used longest ago
      sessions.set(sessionId, seen);
      const [oldest] = sessions.keys();
      if (sessions.size > mostSessions && oldest !== undefined) sessions.delete(oldest);
    },
  };
}

export type Shown = ReturnType<typeof rememberShown>;
