import { Client } from 'pg';
import type { PracticeId } from '../ids';

/** What the operator's own queries may use. */
export type OperatorSql = Pick<Client, 'query'>;

/**
 * Runs the operator's work in one transaction that sees every practice: with the migrator's login, as kept_kernel. For the
 * command line only; no process that serves has this login.
 */
export async function asOperator<T>(migratorUrl: string, work: (sql: OperatorSql) => Promise<T>): Promise<T> {
  const sql = new Client({
    connectionString: migratorUrl,
    connectionTimeoutMillis: 5_000,
    application_name: 'kept operator',
  });
  await sql.connect();
  try {
    await sql.query('begin');
    await sql.query('set local role kept_kernel');
    const answer = await work(sql);
    await sql.query('commit');
    return answer;
  } finally {
    await sql.end();
  }
}

export interface KnownPractice {
  readonly id: PracticeId;
  /** Null where founding it was broken off. */
  readonly name: string | null;
  readonly administrators: number;
}

/** Every open practice, the oldest first. */
export async function openPractices(sql: OperatorSql): Promise<readonly KnownPractice[]> {
  const { rows } = await sql.query<KnownPractice>(`
    select p.id, f.name, (select count(*)::int from kernel.memberships m
                           where m.practice_id = p.id and m.ended_at is null and 'administrator' = any (m.roles)) as administrators
      from kernel.practices p left join kept.practice_profiles f on f.practice_id = p.id
     where p.closed_at is null order by p.created_at, p.id`);
  return rows;
}
