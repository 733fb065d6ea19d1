import { catalogueFindings } from '../../domain/database/catalogue';
import { openDatabase } from '../../domain/database/database';
import { SchemaMismatch, type Parity, assertCompatible, parityLine, parityOf } from '../../domain/database/parity';
import { isError } from '../../domain/is-error';
import { type Finding, findingsOf } from './finding';

const { ok, warn, fail } = findingsOf('database');

const mends: Readonly<Record<Parity['kind'], string>> = {
  same: '',
  later: '',
  behind: 'run "kept db migrate"',
  incompatible: 'deploy the later build',
  drifted: 'find out who changed it by hand; "kept db parity" tells what breaks a rule',
};

/** Whether the schema is this build's, and keeps the rules of the house. With the migrator's login it sees the whole catalogue. */
export async function schemaFindings(
  urls: { readonly migrator?: string | undefined; readonly process?: string | undefined },
  migrations: string,
): Promise<readonly Finding[]> {
  if (urls.migrator === undefined) return urls.process === undefined ? [] : [await byProcess(urls.process, migrations)];
  try {
    const parity = await parityOf(urls.migrator, migrations);
    const rules = parity.kind === 'behind' ? [] : await catalogueFindings(urls.migrator);
    return [
      verdictOn(parity),
      ...rules.map(({ rule, object }) =>
        fail(
          'schema.rule',
          `${object}: ${rule}`,
          'put it back as the migrations made it; "kept db parity" looks again',
        ),
      ),
    ];
  } catch (error) {
    if (!isBlank(error)) throw error;
    return [fail('schema', 'the database is empty', 'run "kept db migrate"')];
  }
}

async function byProcess(url: string, migrations: string): Promise<Finding> {
  const database = openDatabase({ url, name: 'kept doctor', poolSize: 1 });
  try {
    return verdictOn(await assertCompatible(database, migrations));
  } catch (error) {
    if (error instanceof SchemaMismatch) return verdictOn(error.parity);
    if (isBlank(error)) return fail('schema', 'the database is empty', 'run "kept db migrate"');
    throw error;
  } finally {
    await database.close();
  }
}

function verdictOn(parity: Parity): Finding {
  if (parity.kind === 'same') return ok('schema', parityLine(parity));
  if (parity.kind === 'later') return warn('schema', parityLine(parity), 'deploy the later build when you can');
  return fail('schema', parityLine(parity), mends[parity.kind]);
}

/** No schema, no function, or no right to it: nothing has been migrated yet. */
const isBlank = (error: unknown) =>
  isError(error) && 'code' in error && ['3F000', '42883', '42P01', '42501'].includes(String(error.code));
