import type { FrontDoor } from '../../domain/access/roles';
import type { Database } from '../../domain/database/database';
import type { Act } from '../../domain/database/practice-tx';
import { newId } from '../../domain/ids';
import { hashOf, newToken, sessionLengths } from '../http/session';
import { countTry, forgiveTry, tryOf } from './limits';
import { passwordMatches } from '../../integrations/password/password';

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
  | { readonly kind: 'choose'; readonly membershipIds: readonly string[] }
  /** As whom it was tried: nobody, where nobody has this address. */
  | { readonly kind: 'wrong'; readonly membershipIds: readonly string[] };

/**
 * Checks a password and opens a session bound to one membership. Unknown, wrong and ended look the same and take as long.
 * @throws AppError `too_many_requests`, `try_again` when too many are being checked
 */
export async function signInWith(database: Database, attempt: Attempt, act: Act): Promise<SignInAnswer> {
  const one = tryOf(attempt.door, attempt.email, attempt.address);
  await countTry(database, one);
  const { rows } = await database.kernel.raw<{ rows: Candidate[] }>('select * from kernel.sign_in_candidates(?, ?)', [
    attempt.door,
    attempt.email.toLowerCase(),
  ]);
  const known = rows.filter((row) => attempt.practiceId === undefined || row.practice_id === attempt.practiceId);
  const right = await passwordMatches(known[0]?.password_hash ?? undefined, attempt.password);
  const [only] = known;
  if (!right || !only) return { kind: 'wrong', membershipIds: rows.map((row) => row.membership_id) };
  await forgiveTry(database, one);
  if (known.length > 1) return { kind: 'choose', membershipIds: known.map((row) => row.membership_id) };
  return openSession(database, attempt.door, only.membership_id, act);
}

async function openSession(database: Database, door: FrontDoor, membershipId: string, act: Act): Promise<SignInAnswer> {
  const [token, sessionId] = [newToken(), newId()];
  const { idleSeconds, absoluteSeconds } = sessionLengths[door];
  await database.inPractice({ membershipId }, { ...act, act: 'session.opened', sessionId }, async (tx) => {
    await tx.one`
      select kernel.open_session(${sessionId}, ${hashOf(token)}, ${door}, ${membershipId},
                                 ${idleSeconds} * interval '1 s', ${absoluteSeconds} * interval '1 s')`;
    tx.touch({ record: sessionId });
  });
  return { kind: 'signed_in', token, sessionId, membershipId };
}
