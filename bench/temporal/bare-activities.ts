import { Client } from 'pg';
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

/** One connection: a row is one statement. */
export async function bareActivities(urls: TestUrls): Promise<BareActivities & { close(): Promise<void> }> {
  const client = new Client({ connectionString: urls.admin });
  await client.connect();
  return {
    bareInsert: async (id) => void (await client.query('insert into public.bare (id) values ($1)', [id])),
    close: () => client.end(),
  };
}

export const bareRows = (urls: TestUrls): Promise<number> =>
  asSuperuser(urls, async (sql) => {
    const { rows } = await sql.query<{ n: number }>('select count(*)::int as n from public.bare');
    return rows[0]?.n ?? 0;
  });
