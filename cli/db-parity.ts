import { join } from 'node:path';
import { type CatalogueFinding, catalogueFindings } from '../domain/database/catalogue';
import { mayServe, parityLine, parityOf } from '../domain/database/parity';
import type { Command } from './command';
import { operating } from './operating';

/**
 * `kept db parity [--json]`: is the schema the one that this build was made for, and does it keep the rules of
 * the house? Exit 1: no.
 */
export const dbParity = (root: string, environment = process.env): Command => ({
  name: 'db parity',
  summary: 'Compares the schema with the one this build was made for, and with the rules of the house',
  usage: 'db parity [--json]',
  run: (call) =>
    operating(
      call,
      environment,
      ['KEPT_MIGRATOR_DATABASE_URL'],
      async ({ KEPT_MIGRATOR_DATABASE_URL: migratorUrl }) => {
        const parity = await parityOf(migratorUrl, join(root, 'migrations'));
        // a database that is behind has perhaps no catalogue to speak of
        const findings = parity.kind === 'behind' ? [] : await catalogueFindings(migratorUrl);
        const serves = mayServe(parity) && findings.length === 0;
        if (call.json) call.print(JSON.stringify({ serves, parity, findings }));
        else for (const line of [parityLine(parity), ...findings.map(lineOf)]) call.print(line);
        return serves ? 0 : 1;
      },
    ),
});

const lineOf = ({ rule, object }: CatalogueFinding) => `${rule}: ${object}`;
