import { Client } from 'pg';

export interface Passwords {
  readonly migrator: string;
  readonly app: string;
  readonly worker: string;
}

const login = (name: string) => `${name} login nosuperuser nobypassrls noinherit`;

/**
 * Makes the five roles of Kept in a Postgres cluster, or brings them into shape. Needs CREATEROLE, not a superuser.
 * kept_owner owns the tables, kept_kernel what crosses the walls; nobody inherits from either (a policy TO kept_kernel
 * also holds for members that inherit). Called again it changes passwords.
 */
export async function prepareCluster(call: {
  readonly adminUrl: string;
  readonly passwords: Passwords;
}): Promise<void> {
  await asAdmin(call.adminUrl, async (sql) => {
    const existing = await sql.query<{ rolname: string }>("select rolname from pg_roles where rolname like 'kept\\_%'");
    const known = new Set(existing.rows.map((row) => row.rolname));
    for (const name of ['kept_owner', 'kept_kernel'])
      if (!known.has(name)) await sql.query(`create role ${name} nologin nosuperuser nobypassrls`);
    for (const [name, password] of [
      ['kept_migrator', call.passwords.migrator],
      ['kept_app', call.passwords.app],
      ['kept_worker', call.passwords.worker],
    ] as const) {
      if (!known.has(name)) await sql.query(`create role ${login(name)}`);
      await sql.query(`alter role ${name} password ${literal(password)}`);
    }
    await sql.query('grant kept_owner, kept_kernel to kept_migrator with set true, inherit false');
    for (const [name, statement, idle] of [
      ['kept_app', '15s', '10s'],
      ['kept_worker', '60s', '30s'],
    ] as const) {
      await sql.query(`alter role ${name} set search_path = kept, ext`);
      await sql.query(`alter role ${name} set statement_timeout = '${statement}'`);
      await sql.query(`alter role ${name} set lock_timeout = '5s'`);
      await sql.query(`alter role ${name} set idle_in_transaction_session_timeout = '${idle}'`);
    }
    await sql.query("alter role kept_app set transaction_timeout = '30s'");
  });
}

/** Makes a database that kept_owner owns and nobody else may enter. One that exists is brought into shape. */
export async function createDatabase(call: {
  readonly adminUrl: string;
  readonly name: string;
  readonly template?: string;
}): Promise<void> {
  const name = identifier(call.name);
  await asAdmin(call.adminUrl, async (sql) => {
    const found = await sql.query('select 1 from pg_database where datname = $1', [call.name]);
    // The administrator need not be a member of kept_owner: it is made one for the moment of handing over.
    await sql.query('grant kept_owner to current_user with set true, inherit false');
    if (found.rowCount === 0)
      await sql.query(
        `create database ${name} owner kept_owner${call.template ? ` template ${identifier(call.template)}` : ''}`,
      );
    await sql.query('set role kept_owner');
    await sql.query(`revoke all on database ${name} from public`);
    await sql.query(`grant connect on database ${name} to kept_app, kept_worker, kept_migrator`);
  });
}

/** Ends a database and everything in it. For throw-away ones, and for one that never got as far as to hold anything of anybody. */
export async function dropDatabase(call: { readonly adminUrl: string; readonly name: string }): Promise<void> {
  await asAdmin(call.adminUrl, async (sql) => {
    await sql.query(`drop database if exists ${identifier(call.name)} with (force)`);
  });
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

async function asAdmin<T>(url: string, work: (sql: Client) => Promise<T>): Promise<T> {
  const sql = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'kept cluster' });
  await sql.connect();
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

function identifier(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error('a database name is lower-case letters, digits and _');
  return `"${name}"`;
}
