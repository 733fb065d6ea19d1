import { Client } from 'pg';
import { type CatalogueRule, catalogueRules, catalogueSources } from './catalogue-rules';
import { type Registered, register as ourRegister } from './tables';

/** Something in the catalogue that breaks a rule of the house. */
export interface CatalogueFinding {
  readonly rule: CatalogueRule;
  readonly object: string;
}

const query = `with ${catalogueSources}\n${Object.entries(catalogueRules)
  .map(([rule, sql]) => `select '${rule}' as rule, object from (${sql}) as found(object)`)
  .join('\nunion all\n')}\norder by 1, 2`;

/**
 * Everything in the database's catalogue that breaks a rule: none, or the schema must not serve. Looks at tables, keys,
 * grants, policies, functions, triggers and roles, partitions included; about 60 ms.
 */
export async function catalogueFindings(migratorUrl: string): Promise<readonly CatalogueFinding[]> {
  const sql = new Client({
    connectionString: migratorUrl,
    connectionTimeoutMillis: 10_000,
    application_name: 'kept catalogue',
  });
  await sql.connect();
  try {
    await sql.query('begin read only');
    return await findingsWithin(sql);
  } finally {
    await sql.end();
  }
}

/**
 * The same inside a transaction that the caller has begun and will not go on with: it stays kept_kernel. Names depend on the
 * search_path, and only kept_kernel sees every table.
 */
export async function findingsWithin(
  sql: Pick<Client, 'query'>,
  register: readonly Registered[] = ourRegister,
): Promise<readonly CatalogueFinding[]> {
  await sql.query('set local role kept_kernel');
  await sql.query('set local search_path = pg_catalog');
  const names = register.map(({ name, tier, ephemeral = false }) => ({ name, tier, ephemeral }));
  const { rows } = await sql.query<CatalogueFinding>(query, [JSON.stringify(names)]);
  return rows;
}
