import type { FrontDoor } from '../../domain/access/roles';
import type { Database } from '../../domain/database/database';
import type { Act } from '../../domain/database/practice-tx';
import { newId } from '../../domain/ids';
import { AppError } from '../../domain/problems';
import { hashOf, newToken, sessionLengths } from '../http/session';
import { passwordMatches } from './password';

interface Candidate {
  readonly person_id: string;
  readonly password_hash: string | null;
  readonly practice_id: string;
  readonly membership_id: string;
}

export interface Attempt {
  readonly door: FrontDoor;
  readonly email: string;
  readonly password: string;
  readonly practiceId: string | undefined;
  readonly address: string;
}

export type SignInAnswer =
  | { readonly kind: 'signed_in'; readonly token: string; readonly sessionId: string; readonly membershipId: string }
  | { readonly kind: 'choose'; readonly membershipIds: readonly string[] };

/** Failures in a row per account, and per address; then waiting, never a lock for good (security reference, rule 13). */
const limits = { account: { max: 10, window: '15 minutes' }, address: { max: 60, window: '15 minutes' } } as const;

/**
 * Checks a password and opens a session bound to one membership. Unknown, wrong and ended look the same and take as long.
 * @throws AppError `wrong_credentials`, `too_many_requests`
 */
export async function signInWith(database: Database, attempt: Attempt, act: Act): Promise<SignInAnswer> {
  const email = attempt.email.toLowerCase();
  const account = `sign-in ${attempt.door} ${email}`;
  await hit(database, account, limits.account);
  await hit(database, `sign-in ${networkOf(attempt.address)}`, limits.address);
  const { rows } = await database.kernel.raw<{ rows: Candidate[] }>('select * from kernel.sign_in_candidates(?, ?)', [
    attempt.door,
    email,
  ]);
  const known = rows.filter((row) => attempt.practiceId === undefined || row.practice_id === attempt.practiceId);
  const right = await passwordMatches(known[0]?.password_hash ?? undefined, attempt.password);
  const [only] = known;
  if (!right || !only) throw new AppError('wrong_credentials');
  await database.kernel.raw('select kernel.forget_limit(?)', [account]);
  if (known.length > 1) return { kind: 'choose', membershipIds: known.map((row) => row.membership_id) };
  return openSession(database, attempt.door, only.membership_id, act);
}

async function openSession(database: Database, door: FrontDoor, membershipId: string, act: Act): Promise<SignInAnswer> {
  const [token, sessionId] = [newToken(), newId()];
  const lengths = sessionLengths[door];
  await database.kernel.raw("select kernel.open_session(?, ?, ?, ?, ? * interval '1 s', ? * interval '1 s')", [
    sessionId,
    hashOf(token),
    door,
    membershipId,
    lengths.idleSeconds,
    lengths.absoluteSeconds,
  ]);
  await database.inPractice({ membershipId }, { ...act, act: 'session.opened', sessionId }, async (tx) =>
    tx.touch({ record: sessionId }),
  );
  return { kind: 'signed_in', token, sessionId, membershipId };
}

async function hit(
  database: Database,
  key: string,
  limit: { readonly max: number; readonly window: string },
): Promise<void> {
  const { rows } = await database.kernel.raw<{ rows: { allowed: boolean; until: Date }[] }>(
    'select * from kernel.hit_limit(?, ?, ?::interval)',
    [key, limit.max, limit.window],
  );
  const [answer] = rows;
  if (answer?.allowed) return;
  const retryAfterSeconds = Math.max(1, Math.ceil(((answer?.until.getTime() ?? 0) - Date.now()) / 1000));
  throw new AppError('too_many_requests', { retryAfterSeconds });
}

/** One home has many IPv6 addresses: its /64 counts as one. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace('::ffff:', '');
  const [head = ''] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  return `${[...groups, '0', '0', '0', '0'].slice(0, 4).join(':')}::/64`;
}
