import type { Database } from '../../domain/database/database';
import { AppError } from '../../domain/problems';

/** So many failures in a row are free, then each further one waits twice as long as the one before. */
interface Limit {
  readonly free: number;
  readonly first: string;
  readonly most: string;
  readonly forget: string;
}

/** Per account and per address (security reference, rule 13): longer and longer waits, never a lock for good. */
const limits = {
  account: { free: 10, first: '1 minute', most: '15 minutes', forget: '24 hours' },
  /** A whole office has one address. */
  address: { free: 60, first: '1 minute', most: '15 minutes', forget: '1 hour' },
} as const satisfies Record<string, Limit>;

/** One sign-in being tried, known by what was typed: an account that does not exist has the same limits as one that does. */
export interface Try {
  readonly account: string;
  readonly address: string;
}

export const tryOf = (door: string, email: string, address: string): Try => ({
  account: `sign-in ${door} ${email.toLowerCase()}`,
  address: `sign-in ${networkOf(address)}`,
});

/** @throws AppError `too_many_requests` with the seconds until the next try */
export async function countTry(database: Database, one: Try): Promise<void> {
  await count(database, one.account, limits.account);
  await count(database, one.address, limits.address);
}

/** The password was right. */
export async function forgiveTry(database: Database, one: Try): Promise<void> {
  await database.kernel.raw('select kernel.forget_limit(?), kernel.forgive_try(?, ?)', [
    one.account,
    one.address,
    limits.address.free,
  ]);
}

async function count(database: Database, key: string, limit: Limit): Promise<void> {
  const { rows } = await database.kernel.raw<{ rows: { allowed: boolean; seconds: number }[] }>(
    `select allowed, extract(epoch from until - clock_timestamp())::float8 as seconds
       from kernel.try_limit(?, ?, ?::interval, ?::interval, ?::interval)`,
    [key, limit.free, limit.first, limit.most, limit.forget],
  );
  const [answer] = rows;
  if (answer?.allowed) return;
  throw new AppError('too_many_requests', { retryAfterSeconds: Math.max(1, Math.ceil(answer?.seconds ?? 1)) });
}

/** One home has many IPv6 addresses: its /64 counts as one. */
export function networkOf(address: string): string {
  const text = address.toLowerCase().replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1];
  if (mapped !== undefined || !text.includes(':')) return mapped ?? text;
  const [head = '', tail] = text.split('::');
  const front = groupsOf(head);
  const back = tail === undefined ? [] : groupsOf(tail);
  const whole =
    tail === undefined ? front : [...front, ...Array<string>(8 - front.length - back.length).fill('0'), ...back];
  return `${whole.slice(0, 4).join(':')}::/64`;
}

const groupsOf = (part: string): string[] =>
  part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, ''));
