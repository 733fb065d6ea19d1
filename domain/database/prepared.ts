import { createHash } from 'node:crypto';

/** A statement as knex hands it to the driver. */
interface Statement {
  readonly sql?: string;
  readonly bindings?: readonly unknown[];
  options?: object;
}

/** Longer ones are inserts of many rows, of which no two are alike. */
const longest = 4_000;
const mostPerConnection = 300;

interface Known {
  /** Rises when plans of before can no longer be used: what is prepared then has other names. */
  generation: number;
  readonly names: Set<string>;
}

const known = new WeakMap<object, Known>();
const hashes = new Map<string, string>();

/**
 * Gives a statement a name, so that its connection parses and plans it once: row-level security makes planning cost as much as
 * carrying out. Only where a connection serves one process alone (no pooler between that shares sessions).
 */
export function prepared(connection: unknown, statement: unknown): unknown {
  const { sql, bindings = [] } = statement as Statement;
  if (!isObject(connection) || !isObject(statement) || !sql || sql.length > longest || bindings.length === 0)
    return statement;
  const of = known.get(connection) ?? { generation: 1, names: new Set() };
  known.set(connection, of);
  const name = `kept_${String(of.generation)}_${hashOf(sql)}`;
  if (!of.names.has(name) && of.names.size >= mostPerConnection) return statement;
  of.names.add(name);
  (statement as Statement).options = { ...(statement as Statement).options, name };
  return statement;
}

/** The schema has changed under a statement that was prepared: its connection prepares everything anew. */
export function forgetPrepared(connection: unknown): void {
  const of = isObject(connection) ? known.get(connection) : undefined;
  if (!of) return;
  of.generation += 1;
  of.names.clear();
}

/** A statement that was prepared before a migration. Nothing was done: its transaction may run again as a whole. */
export const isOutdatedPlan = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '0A000' &&
  error.message.includes('cached plan must not change result type');

function hashOf(sql: string): string {
  const is = hashes.get(sql);
  if (is !== undefined) return is;
  const hash = createHash('sha256').update(sql).digest('hex').slice(0, 24);
  if (hashes.size > 5_000) hashes.clear();
  hashes.set(sql, hash);
  return hash;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
