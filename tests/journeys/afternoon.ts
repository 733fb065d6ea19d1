import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** A place in every hour of the world: in one of them it is early afternoon, whenever this runs. */
const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'Pacific/Pago_Pago',
  'Pacific/Auckland',
  'Pacific/Noumea',
  'Pacific/Guam',
  'Asia/Tokyo',
  'Asia/Singapore',
  'Asia/Bangkok',
  'Asia/Dhaka',
  'Asia/Karachi',
  'Asia/Dubai',
  'Africa/Nairobi',
  'Africa/Johannesburg',
  'Africa/Lagos',
  'Africa/Accra',
  'Atlantic/Azores',
  'America/Noronha',
  'America/Sao_Paulo',
];
const earlyAfternoon = 14 * 60;

/** Where it is early afternoon now, as near as there is one: a day of which there was some, and is some left. */
export function afternoonZone(): string {
  const [found = 'America/New_York'] = zones.toSorted((a, b) => awayFrom(a) - awayFrom(b));
  return found;
}

function awayFrom(zone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const [hour = 0, minute = 0] = clock.format(new Date()).split(':').map(Number);
  return Math.abs(hour * 60 + minute - earlyAfternoon);
}

interface Stack {
  readonly folder: string;
  readonly databaseUrl: string;
}

/** Moves the practice of a stack with its clients to another zone, as nothing in Kept does: it is set when a practice is founded. */
export const movePractice = (stack: Stack, zone: string): Promise<void> =>
  asSuperuser(stack, async (client) => {
    // whoever lives elsewhere stays there
    await client.query('update kept.clients set zone = $1 where zone in (select zone from kept.practice_profiles)', [
      zone,
    ]);
    await client.query('update kept.practice_profiles set zone = $1', [zone]);
  });

/** As the database's own superuser, whom no rule of Kept holds. */
export async function asSuperuser(
  { folder, databaseUrl }: Stack,
  work: (client: Client) => Promise<unknown>,
): Promise<void> {
  const secrets = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as {
    readonly postgres: { readonly superuser: string };
  };
  const url = new URL(databaseUrl);
  url.username = 'postgres';
  url.password = secrets.postgres.superuser;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
