import type { Backfill } from '../database/backfill';
import type { Told } from '../database/practice-tx';

const most = 200;

/** Visits that were over, without a signed note, before Kept asked for signatures: each is told, and its plan asks. */
export const planOldSignatures: Backfill = {
  name: 'signatures_planned',
  service: 'messages',
  async batch(tx, from) {
    const found = await tx.all<Told>`
      select a.id, a.version, a.client_id from appointments a
        join visits v on v.practice_id = a.practice_id and v.appointment_id = a.id
       where a.practice_id = ${tx.practiceId} and a.id > coalesce(${from}::uuid, '00000000-0000-0000-0000-000000000000')
         and a.state = 'completed' and v.state in ('checkout', 'done') and v.ended_at is not null
         and not exists (select 1 from attestations t where t.practice_id = v.practice_id and t.visit_id = v.id)
         and not exists (select 1 from next_steps n where n.practice_id = a.practice_id and n.id = a.id
                            and (n.kind = 'unplanned' or n.step = 'ask_signature'))
         and not exists (select 1 from work_items w where w.practice_id = a.practice_id and w.ref_id = a.id and w.cause = 'note_unsigned')
       order by a.id limit ${most}`;
    await tx.tellAll('appointment', found);
    return { rows: found.length, next: found.length < most ? null : (found.at(-1)?.id ?? null) };
  },
};
