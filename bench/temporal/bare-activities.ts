import { Pool } from 'pg';
import { asSuperuser } from '../../tests/builders/sql';
import type { TestUrls } from '../../tests/setup/test-database';

export interface BareActivities {
  bareInsert(id: string): Promise<void>;
}

/** A table of its own, beside those of Kept. */
export async function makeBareTable(urls: TestUrls): Promise<void> {
  await asSuperuser(urls, (sql) =>
    sql.query('create table public.bare (id text primary key, at timestamptz not null default clock_timestamp())'),
  );
}

export function bareActivities(urls: TestUrls): BareActivities & { close(): Promise<void> } {
  const pool = new Pool({ connectionString: urls.admin, max: 10 });
  return {
    bareInsert: async (id) => void (await pool.query('insert into public.bare (id) values ($1)', [id])),
    close: () => pool.end(),
  };
}

export const bareRows = (urls: TestUrls): Promise<number> =>
  asSuperuser(urls, async (sql) => {
    const { rows } = await sql.query<{ n: number }>('select count(*)::int as n from public.bare');
    return rows[0]?.n ?? 0;
  });
