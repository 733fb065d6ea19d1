import { Client } from 'pg';
import { connected } from '../../../tests/builders/sql';
import { until } from '../kill/until';

/** Somebody holds a claim: whoever posts or undoes its payment gets stuck in the middle. */
export interface Held {
  /** Settled when a worker waits for the claim, and other claims of the payment are done. */
  reached(): Promise<void>;
  release(): Promise<void>;
}

export async function holdClaim(adminUrl: string, control: string): Promise<Held> {
  const holder = new Client({ connectionString: adminUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('select 1 from kept.claims where control_number = $1 for update', [control]);
  return {
    reached: () =>
      connected(adminUrl, async (sql) => {
        await until('a payment is half done', async () => {
          const { rows } = await sql.query<{ half: boolean }>(
            `select exists (select 1 from pg_stat_activity
                             where datname = current_database() and usename = 'kept_worker' and wait_event_type = 'Lock')
                and exists (select 1 from kept.remittances r join kept.remittance_claims c on c.remittance_id = r.id
                             where r.state in ('posting', 'undoing') group by r.id having count(distinct c.state) > 1) as half`,
          );
          return rows[0]?.half;
        });
      }),
    release: () => holder.end(),
  };
}
