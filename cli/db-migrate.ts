import { join } from 'node:path';
import { migrate } from '../domain/database/migrate';
import { mayServe, parityLine, parityOf } from '../domain/database/parity';
import type { Command } from './command';
import { operating } from './operating';

/** `kept db migrate`: brings the schema to what this build needs. Safe to run twice, and beside the running build. Exit 1: it failed. */
export const dbMigrate = (root: string, environment = process.env): Command => ({
  name: 'db migrate',
  summary: 'Brings the schema to what this build needs',
  usage: 'db migrate [--json]',
  run: (call) =>
    operating(
      call,
      environment,
      ['KEPT_MIGRATOR_DATABASE_URL'],
      async ({ KEPT_MIGRATOR_DATABASE_URL: migratorUrl }) => {
        const folder = join(root, 'migrations');
        const { applied } = await migrate({ migratorUrl, folder });
        const parity = await parityOf(migratorUrl, folder);
        if (call.json) call.print(JSON.stringify({ applied, parity }));
        else call.print(applied.length > 0 ? applied.map((name) => `applied  ${name}`).join('\n') : 'nothing to do');
        if (!call.json && parity.kind !== 'same') call.print(parityLine(parity));
        return mayServe(parity) ? 0 : 1;
      },
    ),
});
