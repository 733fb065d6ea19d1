import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import type { Database } from './database';
import { readMigrations } from './migrate';

/** The schema that a build was made for: that of its newest migration. Committed as `migrations/fingerprint.json`. */
export interface Fingerprint {
  readonly migration: string;
  /** sha256 over the catalogue, as `kernel.fingerprint()` answers it. */
  readonly fingerprint: string;
}

/** What a database says of itself. `done`: the migrations that ran, oldest first, and the fingerprint after each. */
export interface Schema {
  readonly fingerprint: string;
  readonly done: readonly {
    readonly name: string;
    readonly compatible: boolean;
    readonly fingerprint: string | null;
  }[];
}

/** How a build and a database stand to each other. Only the first two may serve. */
export type Parity =
  | { readonly kind: 'same' }
  /** A later build migrated it, compatibly. */
  | { readonly kind: 'later'; readonly by: readonly string[] }
  | { readonly kind: 'behind'; readonly missing: string }
  /** A later build took something away that this one needs. */
  | { readonly kind: 'incompatible'; readonly by: readonly string[] }
  /** Somebody changed the schema by hand, or these migrations are not those that ran. */
  | { readonly kind: 'drifted'; readonly found: string; readonly expected: string };

export function parity(expected: Fingerprint, { fingerprint: found, done }: Schema): Parity {
  const at = done.findIndex((one) => one.name === expected.migration);
  if (at === -1) return { kind: 'behind', missing: expected.migration };
  const later = done.slice(at + 1);
  const contracting = later.filter((one) => !one.compatible).map((one) => one.name);
  if (contracting.length > 0) return { kind: 'incompatible', by: contracting };
  if (found === expected.fingerprint) return { kind: 'same' };
  const recorded = (later.at(-1) ?? { fingerprint: expected.fingerprint }).fingerprint ?? 'none';
  if (found !== recorded) return { kind: 'drifted', found, expected: recorded };
  const mine = done[at]?.fingerprint ?? 'none';
  if (mine !== expected.fingerprint) return { kind: 'drifted', found: mine, expected: expected.fingerprint };
  return { kind: 'later', by: later.map((one) => one.name) };
}

export const mayServe = (of: Parity): boolean => of.kind === 'same' || of.kind === 'later';

const short = (fingerprint: string) => fingerprint.slice(0, 12);

/** The verdict in one line, for an operator. */
export function parityLine(of: Parity): string {
  switch (of.kind) {
    case 'same':
      return 'the schema is the one that this build was made for';
    case 'later':
      return `the schema is later than this build and compatible with it: ${of.by.join(', ')}`;
    case 'behind':
      return `the database lacks migration ${of.missing}: run "kept db migrate"`;
    case 'incompatible':
      return `the schema is later than this build and not compatible with it: ${of.by.join(', ')}: run the later build`;
    case 'drifted':
      return `the schema is not what its migrations made: fingerprint ${short(of.found)}, expected ${short(of.expected)}`;
  }
}

/** This build must not serve on this database. `message` is one line for the operator. */
export class SchemaMismatch extends Error {
  readonly parity: Parity;
  constructor(of: Parity) {
    super(parityLine(of));
    this.parity = of;
  }
}

/** Asks one question of a database and gets its rows. */
type Ask = <Row>(sql: string) => Promise<readonly Row[]>;

async function readSchema(ask: Ask): Promise<Schema> {
  const [now] = await ask<{ fingerprint: string }>('select kernel.fingerprint() as fingerprint');
  const done = await ask<Schema['done'][number]>('select name, compatible, fingerprint from kernel.migrations_done()');
  return { fingerprint: now?.fingerprint ?? 'none', done };
}

/**
 * For the start of a process: ends it unless the database has this build's schema, or a later one that is compatible. `folder`
 * is the build's `migrations/`.
 * @throws SchemaMismatch
 */
export async function assertCompatible(database: Database, folder: string): Promise<Parity> {
  const schema = await readSchema(async <Row>(sql: string) => (await database.kernel.raw<{ rows: Row[] }>(sql)).rows);
  const found = parity(await readFingerprint(folder), schema);
  if (!mayServe(found)) throw new SchemaMismatch(found);
  return found;
}

/** The same with the migrator's login, as an answer. */
export const parityOf = (migratorUrl: string, folder: string): Promise<Parity> =>
  asOwner(migratorUrl, async (ask) => parity(await readFingerprint(folder), await readSchema(ask)));

const file = (folder: string) => path.join(folder, 'fingerprint.json');

export async function readFingerprint(folder: string): Promise<Fingerprint> {
  const { migration, fingerprint } = JSON.parse(await readFile(file(folder), 'utf8')) as Partial<Fingerprint>;
  if (typeof migration !== 'string' || typeof fingerprint !== 'string')
    throw new Error(`${file(folder)} does not name a migration and its fingerprint`);
  return { migration, fingerprint };
}

/**
 * Writes what a database that has exactly the folder's migrations looks like. @returns the file
 * @throws Error when it has others
 */
export function writeFingerprint(migratorUrl: string, folder: string): Promise<string> {
  return asOwner(migratorUrl, async (ask) => {
    const { fingerprint, done } = await readSchema(ask);
    const names = (await readMigrations(folder)).map((one) => one.name);
    if (
      done
        .map((one) => one.name)
        .toSorted()
        .join() !== names.join()
    )
      throw new Error('the database has not run exactly the migrations of this folder');
    await writeFile(file(folder), `${JSON.stringify({ migration: names.at(-1), fingerprint }, null, 2)}\n`);
    return file(folder);
  });
}

async function asOwner<T>(url: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  const sql = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'kept parity' });
  await sql.connect();
  try {
    await sql.query('set role kept_owner');
    return await work(async <Row>(text: string) => (await sql.query(text)).rows as Row[]);
  } finally {
    await sql.end();
  }
}
