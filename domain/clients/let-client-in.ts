import type { PracticeTx } from '../database/practice-tx';
import { type ClientId, type MembershipId, newId } from '../ids';
import { AppError } from '../problems';
import { toDate } from '../time/instant';

/**
 * Gives a client, or the guardian of one, an account of the portal.
 * @throws AppError `not_found` when the actor may not, `duplicate`
 */
export async function letClientIn(
  tx: PracticeTx,
  request: {
    readonly clientId: ClientId;
    readonly email: string;
    readonly passwordHash: string;
    readonly relation: 'self' | 'guardian';
  },
): Promise<MembershipId> {
  const client = await tx.one`select 1 from clients where practice_id = ${tx.practiceId} and id = ${request.clientId}`;
  if (!client) throw new AppError('not_found');
  const id = newId();
  await tx.one`select kernel.add_member(${newId()}, ${id}, 'client', ${request.email}, ${request.passwordHash}, '{client}'::text[])`;
  await tx.rows('client_access').insert({
    practice_id: tx.practiceId,
    id: newId(),
    client_id: request.clientId,
    membership_id: id,
    relation: request.relation,
    since: toDate(tx.now),
  });
  tx.touch({ client: request.clientId, record: id });
  return id;
}
