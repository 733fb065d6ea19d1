import { migrate } from '../domain/database/migrate';
import { mayServe, parityLine, parityOf } from '../domain/database/parity';
import type { Command } from './command';
import { operating } from './operating';

/** `kept db migrate [--folder F] [--json]`: brings the database to this build's schema. Exit 1: it could not. */
export const dbMigrate: Command = {
  name: 'db migrate',
  summary: 'Brings the database to the schema of this build; safe to call again',
  usage: 'db migrate [--folder migrations] [--json]',
  flags: { folder: { type: 'string', default: 'migrations' } },
  run: (call) =>
    operating(call, ['KEPT_MIGRATOR_DATABASE_URL'], async ({ KEPT_MIGRATOR_DATABASE_URL: migratorUrl }) => {
      const folder = String(call.flags['folder']);
      const { applied } = await migrate({ migratorUrl, folder });
      const parity = await parityOf(migratorUrl, folder);
      if (call.json) call.print(JSON.stringify({ applied, parity }));
      else {
        for (const name of applied) call.print(`ran  ${name}`);
        call.print(applied.length === 0 ? 'nothing to run' : `${applied.length} ran`);
        call.print(parityLine(parity));
      }
      return mayServe(parity) ? 0 : 1;
    }),
};
