import type { PracticeTx } from '../database/practice-tx';
import { dayAt, dayRange } from '../time/wall-time';
import { toDate } from '../time/instant';
import { practiceOf } from './policy';

const lately = 3 * 24 * 3_600_000;

interface MenuCounts {
  readonly today: number;
  readonly messages: number;
  readonly work: number;
  /** What visits are billed as, and nobody has approved yet. */
  readonly charges: number;
  /** Answers of payers that wait for a person. */
  readonly remittances: number;
}

/** The numbers beside the menu, as far as the caller sees the rows. */
export async function menuCounts(tx: PracticeTx): Promise<MenuCounts> {
  const { zone } = await practiceOf(tx);
  const today = dayRange(dayAt(tx.now, zone), zone);
  const row = await tx.one<MenuCounts>`
    select (select count(*)::int from appointments where practice_id = ${tx.practiceId} and starts_at >= ${toDate(today.from)} and starts_at < ${toDate(today.to)}
               and state not in ('cancelled', 'declined')) as today,
           (select count(*)::int from messages where practice_id = ${tx.practiceId} and created_at > ${new Date(tx.now - lately)}
               and (state in ('refused', 'unknown') or failed_at is not null)) as messages,
           (select count(*)::int from work_items where practice_id = ${tx.practiceId} and state = 'open') as work,
           (select count(*)::int from charges where practice_id = ${tx.practiceId} and state = 'proposed') as charges,
           (select count(*)::int from remittance_claims where practice_id = ${tx.practiceId} and state = 'review') as remittances`;
  return row ?? { today: 0, messages: 0, work: 0, charges: 0, remittances: 0 };
}
