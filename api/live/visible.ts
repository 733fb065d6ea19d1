import type { PracticeTx } from '../../domain/database/practice-tx';
import type { Change } from './hub';

/** Which of these things the caller may see now: one query for a whole batch, answered by row-level security. */
export async function visible(tx: PracticeTx, changes: readonly Change[]): Promise<ReadonlySet<string>> {
  const of = (kind: string) => changes.filter((change) => change.kind === kind).map((change) => change.id);
  const rows = await tx.all<{ key: string }>`
    select 'appointment/' || id as key from appointments where practice_id = ${tx.practiceId} and id = any (${of('appointment')}::uuid[])
    union all select 'next_step/' || id from next_steps where practice_id = ${tx.practiceId} and id = any (${of('next_step')}::uuid[])
    union all select 'client/' || id from clients where practice_id = ${tx.practiceId} and id = any (${of('client')}::uuid[])
    union all select 'balance/' || id from clients where practice_id = ${tx.practiceId} and id = any (${of('balance')}::uuid[])
    union all select 'visit/' || id from visits where practice_id = ${tx.practiceId} and id = any (${of('visit')}::uuid[])
    union all select 'message/' || id from messages where practice_id = ${tx.practiceId} and id = any (${of('message')}::uuid[])
    union all select 'work_item/' || id from work_items where practice_id = ${tx.practiceId} and id = any (${of('work_item')}::uuid[])
    union all select 'block/' || id from blocks where practice_id = ${tx.practiceId} and id = any (${of('block')}::uuid[])
    union all select 'charge/' || id from charges where practice_id = ${tx.practiceId} and id = any (${of('charge')}::uuid[])
    union all select 'claim/' || id from claims where practice_id = ${tx.practiceId} and id = any (${of('claim')}::uuid[])
    union all select 'claim_batch/' || id from claim_batches where practice_id = ${tx.practiceId} and id = any (${of('claim_batch')}::uuid[])
    union all select 'edi_file/' || id from edi_files where practice_id = ${tx.practiceId} and id = any (${of('edi_file')}::uuid[])
    union all select 'payment/' || id from remittances where practice_id = ${tx.practiceId} and id = any (${of('payment')}::uuid[])
    union all select 'remittance/' || id from edi_files where practice_id = ${tx.practiceId} and id = any (${of('remittance')}::uuid[])
    union all select 'practice/' || practice_id from practice_profiles where practice_id = ${tx.practiceId} and practice_id = any (${of('practice')}::uuid[])`;
  return new Set(rows.map((row) => row.key));
}
