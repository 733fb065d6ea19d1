/** What a migration's first lines declare. */
export interface MigrationHeader {
  /** True when the previous build's tests pass on the new schema (expand); false for a contracting one. */
  readonly compatible: boolean;
  /** False only for what Postgres refuses inside a transaction: `create index concurrently`. */
  readonly transaction: boolean;
}

export function headerOf(sql: string): MigrationHeader {
  return { compatible: !/^-- contract:/m.test(sql), transaction: !/^-- transaction: none$/m.test(sql) };
}

const born = (sql: string) =>
  new Set([...sql.matchAll(/^create table (\w+\.\w+)/gim)].map((match) => match[1]?.toLowerCase()));

/**
 * Expand and contract, as far as text can show it: what breaks in a migration, in words. Empty when it may land.
 * Source: DESIGN §4 (expand and contract); the traps are Postgres's own (an index built without CONCURRENTLY locks writers;
 * an UPDATE by the owner touches 0 rows under FORCE, silently).
 */
export function migrationFaults(sql: string): readonly string[] {
  const header = headerOf(sql);
  const faults: string[] = [];
  const mine = born(sql);
  const bare = withoutBodies(sql);
  if (!/^-- (compatible|contract): \S/m.test(sql)) faults.push('the header says neither "compatible:" nor "contract:"');
  for (const [, table = ''] of bare.matchAll(
    /create (?:unique )?index (?!concurrently)\w+\s+on (?:only )?(\w+\.\w+)/gi,
  ))
    if (!mine.has(table.toLowerCase())) faults.push(`index on ${table} without CONCURRENTLY`);
  for (const [, table = '', rest = ''] of bare.matchAll(/alter table (\w+\.\w+)\s+add constraint ([^;]*)/gi))
    if (!mine.has(table.toLowerCase()) && !/not valid/i.test(rest))
      faults.push(`constraint on ${table} without NOT VALID`);
  if (/concurrently/i.test(bare) && header.transaction) faults.push('CONCURRENTLY needs "-- transaction: none"');
  for (const [, what = ''] of bare.matchAll(/^\s*(update|delete from)\s+(?:kept|kernel)\./gim))
    faults.push(`${what}: data changes are backfills`);
  if (header.compatible)
    for (const [, what = ''] of bare.matchAll(
      /\b(drop (?:table|column|policy|function)|rename (?:to|column)|alter column \w+ (?:type|set not null))\b/gi,
    ))
      if (!/drop policy/i.test(what)) faults.push(`${what}: contracting, so the header must say "contract:"`);
  return faults;
}

/** Function bodies run later, not in the migration. */
const withoutBodies = (sql: string) => sql.replaceAll(/\$\$[\s\S]*?\$\$/g, "''").replaceAll(/^--.*$/gm, '');
