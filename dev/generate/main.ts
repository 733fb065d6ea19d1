import path from 'node:path';
import { writeFingerprint } from '../../domain/database/parity';
import { lives } from '../../domain/lives';
import { writeHistories } from './histories';
import { writePolicies } from './policies';
import { writeStatesPage } from './states';
import { writeTableTypes } from './table-types';

const top = process.cwd();
const migrations = path.join(top, 'migrations');
const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);

class NoDatabase extends Error {}

function migratorUrl(): string {
  const url = process.env['KEPT_MIGRATOR_DATABASE_URL'];
  if (!url) throw new NoDatabase('set KEPT_MIGRATOR_DATABASE_URL to a migrated database');
  return url;
}

/** What can be written from something else; each answers the file that it wrote, if it had to. */
const generators: Readonly<Record<string, () => Promise<string | undefined>>> = {
  policies: () => writePolicies(migrations, process.argv[3] ?? stamp),
  types: () => writeTableTypes(migratorUrl(), path.join(top, 'domain/database/tables.generated.ts')),
  fingerprint: () => writeFingerprint(migratorUrl(), migrations),
  histories: () => writeHistories(top, process.argv[3]),
  states: () => writeStatesPage(lives, path.join(top, 'docs/states.md')),
};

async function run(what = ''): Promise<number> {
  const generate = generators[what];
  if (!generate) {
    console.error(`generate ${Object.keys(generators).join(' | ')}`);
    return 2;
  }
  try {
    const file = await generate();
    console.log(file ? `wrote ${path.relative(top, file)}` : `${what}: nothing to write`);
    return 0;
  } catch (error) {
    if (!(error instanceof NoDatabase)) throw error;
    console.error(error.message);
    return 2;
  }
}

void run(process.argv[2]).then((code) => {
  process.exitCode = code;
});
