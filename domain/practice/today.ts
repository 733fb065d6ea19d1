import type { PracticeTx } from '../database/practice-tx';
import { type Day, type Zone, dayAt } from '../time/wall-time';

/** Where the practice's clocks stand. */
export async function practiceZone(tx: PracticeTx): Promise<Zone> {
  const row = await tx.one<{ zone: string }>`select zone from practice_profiles where practice_id = ${tx.practiceId}`;
  return row?.zone ?? 'UTC';
}

/** The practice's day at the instant of the request: the day on which what is posted now counts. */
export const practiceToday = async (tx: PracticeTx): Promise<Day> => dayAt(tx.now, await practiceZone(tx));
