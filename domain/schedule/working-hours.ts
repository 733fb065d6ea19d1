import type { PracticeTx } from '../database/practice-tx';
import type { MembershipId } from '../ids';
import type { WorkingHours } from './free-times';

/** When clinicians work, by clinician; one without hours of her own is not in it. */
export async function workingHours(
  tx: PracticeTx,
  clinicians: readonly MembershipId[],
): Promise<ReadonlyMap<MembershipId, readonly WorkingHours[]>> {
  const rows = await tx.all<{ clinician_id: string; weekday: number; from_minute: number; until_minute: number }>`
    select clinician_id, weekday, from_minute, until_minute from clinician_hours
     where practice_id = ${tx.practiceId} and clinician_id = any (${[...clinicians]}::uuid[]) and ended_at is null
     order by weekday, from_minute`;
  const shifts = rows.map((row) => ({
    clinician: row.clinician_id,
    weekday: row.weekday,
    fromMinute: row.from_minute,
    untilMinute: row.until_minute,
  }));
  return Map.groupBy(shifts, ({ clinician }) => clinician);
}
