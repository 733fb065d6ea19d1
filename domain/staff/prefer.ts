import type { PracticeTx } from '../database/practice-tx';

/** Keeps how the actor arranged the screen, under an allow-listed key. */
export async function prefer(tx: PracticeTx, key: string, value: unknown): Promise<void> {
  await tx.all`
    insert into preferences (practice_id, membership_id, key, value) values (${tx.practiceId}, ${tx.actor}, ${key}, ${JSON.stringify(value)})
    on conflict (practice_id, membership_id, key) do update set value = excluded.value`;
}
