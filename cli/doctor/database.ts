import { Client } from 'pg';
import type { SettingName } from '../../domain/settings';
import { type Finding, codeOf, findingsOf } from './finding';

const { ok, warn, fail } = findingsOf('database');

/** The login that each setting must name. */
const roles = {
  KEPT_DATABASE_URL: 'kept_app',
  KEPT_WORKER_DATABASE_URL: 'kept_worker',
  KEPT_MIGRATOR_DATABASE_URL: 'kept_migrator',
} as const satisfies Partial<Record<SettingName, string>>;
export type DatabaseSetting = keyof typeof roles;
export const databaseSettings = Object.keys(roles) as readonly DatabaseSetting[];

/** What a connection finds out about itself. */
export interface Seen {
  readonly version: number;
  readonly role: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly inherits: boolean;
  readonly may_own: boolean;
  /** The database's clock less the machine's, in milliseconds. */
  readonly skewMs: number;
}

/** Whether the database answers under this login, which it is, and what it may. `clock` is the machine's. */
export async function loginFindings(name: DatabaseSetting, url: string, clock = Date.now): Promise<readonly Finding[]> {
  try {
    return judged(name, await look(url, clock));
  } catch (error) {
    const { host, pathname } = new URL(url);
    const code = codeOf(error);
    return [
      fail(
        `${name}.unreachable`,
        `${name}: ${host}${pathname} does not let us in (${code})`,
        refusals[code] ?? 'is it running, and is the address right?',
      ),
    ];
  }
}

const refusals: Readonly<Record<string, string>> = {
  '28P01': 'the password is wrong: "kept db prepare" gives the role the password that the setting has',
  '28000': 'the role is missing or may not sign in from here: "kept db prepare" makes it, pg_hba.conf admits it',
  '3D000': 'the database is missing: "kept db prepare" makes it',
  '42501': 'the role may not connect: "kept db prepare" grants it',
  '53300': 'the database has no connection left: raise max_connections, or end what holds them',
  '57P03': 'the database is just starting: ask again in a moment',
  ECONNREFUSED: 'start it, or mend host and port',
  ENOTFOUND: 'no such host: mend the address',
};

async function look(url: string, clock: () => number): Promise<Seen> {
  const sql = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'kept doctor' });
  await sql.connect();
  try {
    const before = clock();
    const { rows } = await sql.query<Omit<Seen, 'skewMs'> & { now: number }>(`
      select current_setting('server_version_num')::int as version, r.rolname as role, r.rolsuper as superuser,
             r.rolbypassrls as bypasses, r.rolinherit as inherits, coalesce(pg_has_role(session_user, (
               select oid from pg_roles where rolname = 'kept_owner'), 'SET'), false) as may_own,
             extract(epoch from clock_timestamp())::float8 * 1000 as now
        from pg_roles r where r.rolname = session_user`);
    const after = clock();
    const [row] = rows;
    if (!row) throw new Error('a session without a role');
    return { ...row, skewMs: row.now - (before + after) / 2 };
  } finally {
    await sql.end();
  }
}

const oldest = 180_000;
const [skewed, apart] = [1_000, 10_000];

/** What a login that works makes of it. */
export function judged(name: DatabaseSetting, seen: Seen): readonly Finding[] {
  const findings = [...versionOf(seen), ...roleOf(name, seen), ...clockOf(seen)];
  return findings.length > 0 ? findings : [ok(name, `${name} works: ${seen.role}, Postgres ${major(seen)}`)];
}

const major = ({ version }: Seen) => Math.floor(version / 10_000);

const versionOf = (seen: Seen): Finding[] =>
  seen.version >= oldest
    ? []
    : [fail('postgres.version', `Postgres ${major(seen)} is too old`, 'use Postgres 18 or newer')];

function roleOf(name: DatabaseSetting, seen: Seen): Finding[] {
  const wanted = roles[name];
  const mend = `"kept db prepare" makes ${wanted} as it should be`;
  if (seen.superuser || seen.bypasses)
    return [fail(`${name}.role`, `${name}: ${seen.role} passes the walls between practices`, mend)];
  if (seen.role !== wanted) return [fail(`${name}.role`, `${name}: signs in as ${seen.role}, not as ${wanted}`, mend)];
  if (seen.inherits) return [fail(`${name}.role`, `${name}: ${seen.role} inherits what others may`, mend)];
  if (seen.may_own === (name === 'KEPT_MIGRATOR_DATABASE_URL')) return [];
  return [
    fail(
      `${name}.role`,
      `${name}: ${seen.role} ${seen.may_own ? 'may' : 'may not'} act as the owner of the tables`,
      mend,
    ),
  ];
}

function clockOf({ skewMs }: Seen): Finding[] {
  const seconds = (Math.abs(skewMs) / 1000).toFixed(1);
  const says = `the database's clock is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} this machine's`;
  const mend = 'let both keep time (chrony, systemd-timesyncd): reminders are due by these clocks';
  if (Math.abs(skewMs) > apart) return [fail('clock', says, mend)];
  return Math.abs(skewMs) > skewed ? [warn('clock', says, mend)] : [];
}
