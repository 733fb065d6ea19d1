import { actionsOf, statementsOf } from './migration-text';

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

/**
 * Expand and contract, as far as text can show it: what breaks in a migration, in words. Empty when it may land.
 * Source: DESIGN §4 (expand and contract); the traps are Postgres's own (an index built without CONCURRENTLY locks writers;
 * an UPDATE by the owner touches 0 rows under FORCE, silently).
 */
export function migrationFaults(sql: string): readonly string[] {
  const header = headerOf(sql);
  const statements = statementsOf(sql);
  const mine = new Set(statements.flatMap((one) => /^create table (?:if not exists )?([\w.]+)/i.exec(one)?.[1] ?? []));
  const old = (table = '') => !mine.has(table.toLowerCase());
  return [
    ...(/^-- (compatible|contract): \S/m.test(sql) ? [] : ['the header says neither "compatible:" nor "contract:"']),
    ...statements.flatMap((statement) => indexFaults(statement, header, old)),
    ...statements.flatMap((statement) => alterFaults(statement, header, old)),
    ...statements.flatMap((statement) => dataFaults(statement)),
    ...statements.flatMap((statement) => contractFaults(statement, header)),
    ...(header.transaction ? [] : unguardedFaults(statements)),
  ];
}

type Old = (table?: string) => boolean;

function indexFaults(statement: string, header: MigrationHeader, old: Old): string[] {
  if (/\bconcurrently\b/i.test(statement))
    return header.transaction ? ['CONCURRENTLY needs "-- transaction: none"'] : [];
  const [, table] =
    /^create (?:unique )?index (?:if not exists )?(?:\w+ )?on (?:only )?([\w.]+)/i.exec(statement) ?? [];
  return table && old(table) ? [`index on ${table} without CONCURRENTLY`] : [];
}

function alterFaults(statement: string, header: MigrationHeader, old: Old): string[] {
  const { table, actions } = actionsOf(statement);
  if (!table || !old(table)) return [];
  return actions.flatMap((action) => {
    const faults: string[] = [];
    const key = /^add (constraint|primary key|unique|foreign key|check|exclude)\b/i.test(action);
    if (key && !/ not valid$/i.test(action)) faults.push(`constraint on ${table} without NOT VALID`);
    if (/^add (?!constraint)/i.test(action) && !key) faults.push(...columnFaults(table, action, header));
    const contracting =
      /^(drop(?! (?:constraint|default|not null|identity|expression))|rename|alter (?:column )?\w+ (?:set data )?type|alter (?:column )?\w+ set not null)/i.exec(
        action,
      );
    if (header.compatible && contracting)
      faults.push(`${action.split(' ').slice(0, 3).join(' ')}: contracting, so the header must say "contract:"`);
    return faults;
  });
}

/** A column that is added to a table in use: old builds do not fill it, and its constraints would be checked under a lock. */
function columnFaults(table: string, action: string, header: MigrationHeader): string[] {
  const faults: string[] = [];
  if (/\b(references|unique|primary key|check)\b/i.test(action))
    faults.push(`constraint on ${table} without NOT VALID: add the column first`);
  if (header.compatible && /\bnot null\b/i.test(action) && !/\b(default|generated)\b/i.test(action))
    faults.push(`not null without a default on ${table}: contracting, so the header must say "contract:"`);
  return faults;
}

/** Under FORCE an owner's change of data touches no row, without an error; and it would lock what it did touch. */
function dataFaults(statement: string): string[] {
  // what may happen to what is schema, not data
  const [, what = '', table = ''] =
    /^(insert into|update|delete from|merge into|truncate(?: table)?)(?: only)? ([\w.]+)/i.exec(statement) ?? [];
  return what === '' || table.toLowerCase() === 'kernel.entity_states'
    ? []
    : [`${what} ${table}: data changes are backfills`];
}

function contractFaults(statement: string, header: MigrationHeader): string[] {
  const [what] =
    /^(drop (?:table|function|view|schema|type)|alter (?:function|view|type|schema) \S+ rename)/i.exec(statement) ?? [];
  return header.compatible && what ? [`${what}: contracting, so the header must say "contract:"`] : [];
}

/** Nothing is rolled back there, so what was half done must be possible to do again. */
function unguardedFaults(statements: readonly string[]): string[] {
  const dropped = new Set(
    statements.flatMap((one) => /^drop index concurrently if exists (?:\w+\.)?(\w+)$/i.exec(one)?.[1] ?? []),
  );
  return statements.flatMap((statement) => {
    const [, index] = /^create (?:unique )?index concurrently (\w+) on /i.exec(statement) ?? [];
    if (index)
      return dropped.has(index)
        ? []
        : [`index ${index}: a build that broke off leaves it invalid, so drop it first, if it exists`];
    return /^drop index concurrently if exists /i.test(statement)
      ? []
      : ['"transaction: none" is for indexes CONCURRENTLY alone'];
  });
}
