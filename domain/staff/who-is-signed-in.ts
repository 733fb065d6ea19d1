import type { PracticeTx } from '../database/practice-tx';
import { practiceOf } from '../practice/policy';

export interface SignedIn {
  readonly name: string;
  readonly practiceName: string;
  readonly zone: string;
  readonly preferences: Readonly<Record<string, unknown>>;
}

/** What the first screen needs to know of the person: staff by their own name, clients by that of the record they see first. */
export async function whoIsSignedIn(tx: PracticeTx): Promise<SignedIn> {
  const practice = await practiceOf(tx);
  const person = await tx.one<{ name: string }>`
    select coalesce((select display_name from staff where practice_id = ${tx.practiceId} and id = ${tx.actor}),
                    (select coalesce(c.preferred_name, c.first_name) || ' ' || c.last_name from client_access a
                       join clients c on c.practice_id = a.practice_id and c.id = a.client_id
                      where a.practice_id = ${tx.practiceId} and a.membership_id = ${tx.actor} and a.ended_at is null
                      order by a.relation = 'self' desc, a.since limit 1), '') as name`;
  const rows = await tx.rows('preferences').where({ practice_id: tx.practiceId, membership_id: tx.actor });
  return {
    name: person?.name ?? '',
    practiceName: practice.name,
    zone: practice.zone,
    preferences: Object.fromEntries(rows.map((row) => [row.key, row.value])),
  };
}
