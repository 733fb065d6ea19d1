import type { Client as TemporalClient } from '@temporalio/client';
import type { Database } from '../domain/database/database';
import { schemaWatch } from '../domain/database/schema-watch';
import { recentTrouble } from '../domain/messages/recent-trouble';
import type { StoragePort } from '../domain/files/storage-port';
import type { MessagePorts } from '../integrations/message-ports-from';
import { type PartHealth, notConfigured, probe } from '../integrations/health/health';
import { vendorHealth } from '../integrations/health/vendors';
import type { Answers } from './answers';

export interface WorkerHealthDeps {
  readonly database: Database;
  readonly migrations: string;
  readonly storage: StoragePort;
  readonly ports: MessagePorts;
  /** Undefined: no clearinghouse is configured. */
  readonly answers?: Pick<Answers, 'health'> | undefined;
  /** Undefined as long as the workers have not started. */
  readonly temporal: () => TemporalClient | undefined;
}

/** What the worker cannot work without: Postgres, a schema that serves this build, and Temporal. Everything else is `others`. */
export function workerHealth({ database, migrations, storage, ports, answers, temporal }: WorkerHealthDeps): {
  ready(): Promise<readonly PartHealth[]>;
  others(): Promise<readonly PartHealth[]>;
} {
  const vendors = vendorHealth({ ports, isTroubled: recentTrouble(database) });
  const schema = schemaWatch(database, migrations);
  return {
    ready: () =>
      Promise.all([
        probe('postgres', async () => {
          await schema();
          return null;
        }),
        probe('temporal', async () => {
          const client = temporal();
          if (!client) throw new Error('not connected');
          await client.connection.workflowService.getSystemInfo({});
          return null;
        }),
      ]),
    others: async () => {
      const [files, messages] = await Promise.all([
        probe('files', async () => {
          const answer = await storage.check();
          if (answer.kind !== 'ready') throw new Error(answer.code);
          return storage.vendor;
        }),
        vendors(),
      ]);
      return [files, ...messages, answers?.health() ?? notConfigured('clearinghouse')];
    },
  };
}
