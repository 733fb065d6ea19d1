import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Secrets } from '../../dev/stack/secrets';
import type { StartedStack } from './stack';

/**
 * Lets days pass for one appointment: as the database's own superuser, because no rule of Kept brings a time back. What was sent
 * about it stays as it was.
 */
export async function letDaysPass(stack: StartedStack, appointmentId: string, days: number): Promise<void> {
  const secrets = JSON.parse(readFileSync(join(stack.folder, 'secrets.json'), 'utf8')) as Secrets;
  const url = new URL(stack.databaseUrl);
  url.username = 'postgres';
  url.password = secrets.postgres.superuser;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(
      `update kept.appointments set starts_at = starts_at - make_interval(days => $2), ends_at = ends_at - make_interval(days => $2)
        where id = $1`,
      [appointmentId, days],
    );
  } finally {
    await client.end();
  }
}
