import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { headerOf } from './migration-rules';
import { statementsOf } from './migration-text';

/** One migration file. `name` is its file name without `.sql`: a UTC timestamp and what it is about. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{14}_[a-z0-9_]+\.sql$/.test(file)).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const sql = await readFile(path.join(folder, file), 'utf8');
      return { name: file.slice(0, -4), sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings the database to the newest schema. Each migration is one transaction (unless its header says `transaction: none`),
 * runs as kept_owner with a short lock timeout, and leaves the catalogue's fingerprint behind.
 * Two at once: the second waits for the first, and finds nothing to do.
 * @throws Error when an applied migration was edited, or one ran here that this build should know and does not
 */
export async function migrate(call: {
  readonly migratorUrl: string;
  readonly folder: string;
}): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(call.folder);
  const sql = new Client({
    connectionString: call.migratorUrl,
    connectionTimeoutMillis: 10_000,
    application_name: 'kept migrate',
  });
  await sql.connect();
  try {
    await sql.query('set role kept_owner');
    await sql.query("set lock_timeout = '60s'");
    await sql.query("select pg_advisory_lock(hashtextextended('kept.migrate', 0))");
    await sql.query("set lock_timeout = '2s'");
    await sql.query(bookkeeping);
    const done = await sql.query<{ name: string; sha256: string }>(
      'select name, sha256 from kernel.migrations order by name',
    );
    refuseOthers(migrations, done.rows);
    const known = new Set(done.rows.map((row) => row.name));
    const applied: string[] = [];
    for (const migration of migrations) {
      if (known.has(migration.name)) continue;
      await apply(sql, migration);
      applied.push(migration.name);
    }
    await sql.query("select kernel.ensure_audit_months(current_date, (current_date + interval '14 months')::date)");
    return { applied };
  } finally {
    await sql.end();
  }
}

// The owner reads its own bookkeeping under FORCE through this one policy; without it every migration would run again.
const bookkeeping = `
  create schema if not exists kernel;
  do $$ begin
    if to_regclass('kernel.migrations') is null then
      create table kernel.migrations (name text primary key, sha256 text not null, compatible boolean not null, fingerprint text, applied_at timestamptz not null default clock_timestamp());
      alter table kernel.migrations enable row level security, force row level security;
      create policy migrations_owner on kernel.migrations to kept_owner using (true) with check (true);
      grant usage on schema kernel to kept_app, kept_worker, kept_kernel;
      grant select on kernel.migrations to kept_kernel;
      create policy kernel_all on kernel.migrations to kept_kernel using (true);
    end if;
  end $$;`;

function refuseOthers(files: readonly Migration[], done: readonly { name: string; sha256: string }[]): void {
  const known = new Map(files.map((file) => [file.name, file.sha256]));
  const newest = files.at(-1)?.name ?? '';
  for (const { name, sha256 } of done) {
    const mine = known.get(name);
    if (mine === undefined && name < newest)
      throw new Error(`migration ${name} ran here, and this build does not have it`);
    // a later one that is not known comes from a later build
    if (mine !== undefined && mine !== sha256)
      throw new Error(`migration ${name} was edited after it ran: write a new one instead`);
  }
}

async function apply(sql: Client, migration: Migration): Promise<void> {
  const header = headerOf(migration.sql);
  const record = async () => {
    await sql.query('insert into kernel.migrations (name, sha256, compatible) values ($1, $2, $3)', [
      migration.name,
      migration.sha256,
      header.compatible,
    ]);
    await sql.query('update kernel.migrations set fingerprint = kernel.fingerprint() where name = $1', [
      migration.name,
    ]);
  };
  try {
    if (!header.transaction) {
      // one by one: several in one query would be one transaction again
      for (const statement of statementsOf(migration.sql)) await sql.query(statement);
      await record();
      return;
    }
    await sql.query('begin');
    await sql.query(migration.sql);
    await sql.query('set local role kept_owner');
    await record();
    await sql.query('commit');
  } catch (error) {
    if (header.transaction) await sql.query('rollback');
    throw new Error(`migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
