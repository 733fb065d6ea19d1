import path from 'node:path';
import { writePolicies } from './policies';
import { writeTableTypes } from './table-types';

const top = process.cwd();
const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);

async function run(what: string | undefined): Promise<number> {
  if (what === 'policies') {
    const file = await writePolicies(path.join(top, 'migrations'), process.argv[3] ?? stamp);
    console.log(file ? `wrote ${path.relative(top, file)}` : 'the migrations already say what the policy table says');
    return 0;
  }
  if (what === 'types') {
    const url = process.env['KEPT_MIGRATOR_DATABASE_URL'];
    if (!url) {
      console.error('set KEPT_MIGRATOR_DATABASE_URL to a migrated database');
      return 2;
    }
    console.log(
      `wrote ${path.relative(top, await writeTableTypes(url, path.join(top, 'domain/database/tables.generated.ts')))}`,
    );
    return 0;
  }
  console.error('generate policies | types');
  return 2;
}

void run(process.argv[2]).then((code) => {
  process.exitCode = code;
});
