import type { Database } from '../domain/database/database';
import { schemaWatch } from '../domain/database/schema-watch';
import { recentTrouble } from '../domain/messages/recent-trouble';
import type { StoragePort } from '../domain/files/storage-port';
import { type PartHealth, probe, reachable } from '../integrations/health/health';
import { vendorHealth } from '../integrations/health/vendors';
import type { MessagePorts } from '../integrations/message-ports-from';

export interface ApiHealthDeps {
  readonly database: Database;
  readonly migrations: string;
  readonly storage: StoragePort;
  readonly ports: MessagePorts;
  readonly temporalAddress: string;
}

/** What the api cannot work without: Postgres and a schema that serves this build. Everything else is `others`. */
export function apiHealth(deps: ApiHealthDeps): {
  ready(): Promise<readonly PartHealth[]>;
  others(): Promise<readonly PartHealth[]>;
} {
  const { database, storage, ports } = deps;
  const vendors = vendorHealth({ ports, isTroubled: recentTrouble(database) });
  const schema = schemaWatch(database, deps.migrations);
  return {
    ready: async () => [
      await probe('postgres', async () => {
        await schema();
        return null;
      }),
    ],
    others: async () => {
      const [temporal, files, messages] = await Promise.all([
        probe('temporal', () => reachable(deps.temporalAddress)),
        probe('files', () => filesOf(storage)),
        vendors(),
      ]);
      return [temporal, files, ...messages];
    },
  };
}

async function filesOf(storage: StoragePort): Promise<string> {
  const answer = await storage.check();
  if (answer.kind !== 'ready') throw new Error(answer.code);
  return storage.vendor;
}
