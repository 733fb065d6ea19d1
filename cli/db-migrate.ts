import { join } from 'node:path';
import { migrate } from '../domain/database/migrate';
import { readSettings } from '../domain/settings';
import type { Command } from './command';

/** `kept db migrate`: brings the schema to what this build needs. Safe to run twice, and beside the running build. */
export const dbMigrate = (root: string, environment = process.env): Command => ({
  name: 'db migrate',
  summary: 'Brings the schema to what this build needs',
  usage: 'db migrate [--json]',
  async run(call) {
    const { KEPT_MIGRATOR_DATABASE_URL: migratorUrl } = readSettings(environment, ['KEPT_MIGRATOR_DATABASE_URL']);
    const { applied } = await migrate({ migratorUrl, folder: join(root, 'migrations') });
    if (call.json) call.print(JSON.stringify({ applied }));
    else call.print(applied.length > 0 ? applied.map((name) => `applied  ${name}`).join('\n') : 'nothing to do');
    return 0;
  },
});
