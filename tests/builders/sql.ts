import { Client } from 'pg';
import { sqlState } from '../../domain/database/sql-errors';
import type { TestUrls } from '../setup/test-database';

/** Runs statements as the superuser, past every wall: to look, or to do what an intruder with the server's keys could do. */
export const asSuperuser = <T>(urls: TestUrls, work: (sql: Client) => Promise<T>): Promise<T> =>
  connected(urls.admin, work);

export async function connected<T>(url: string, work: (sql: Client) => Promise<T>): Promise<T> {
  const sql = new Client({ connectionString: url, application_name: 'kept test' });
  sql.on('error', () => undefined);
  await sql.connect();
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Looks until it is so; the test's own timeout ends it. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}

/** Holds everybody up until so many have come; whoever comes later passes. */
export function aBarrier(count: number): () => Promise<void> {
  let missing = count;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return async () => {
    missing -= 1;
    if (missing <= 0) open();
    await opened;
  };
}

/** The SQLSTATE of a statement that must fail; `allowed` when it does not. */
export async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
    return 'allowed';
  } catch (error) {
    return sqlState(error) ?? String(error);
  }
}
