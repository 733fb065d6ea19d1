import type { PracticeTx } from '../database/practice-tx';
import { type Day, dayAt } from '../time/wall-time';

/** The practice's own day at the instant of the request: money counts by it. */
export async function practiceDay(tx: PracticeTx): Promise<Day> {
  const row = await tx.one<{ zone: string }>`select zone from practice_profiles where practice_id = ${tx.practiceId}`;
  return dayAt(tx.now, row?.zone ?? 'UTC');
}
