import type { Backfill } from '../database/backfill';
import type { Told } from '../database/practice-tx';

const most = 200;

/** Claims that were made before claims had a plan, or before a plan said all that follows, get one: each is told, and its workflow plans it. */
export const planOldClaims: Backfill = {
  name: 'claims_planned',
  service: 'edi',
  async batch(tx, from) {
    const found = await tx.all<Told>`
      select c.id, c.version, c.client_id from claims c
       where c.practice_id = ${tx.practiceId} and c.id > coalesce(${from}::uuid, '00000000-0000-0000-0000-000000000000')
         and not exists (select 1 from next_steps n where n.practice_id = c.practice_id and n.entity = 'claim' and n.id = c.id
                            and (n.kind = 'unplanned' or n.params ? 'ahead'))
       order by c.id limit ${most}`;
    await tx.tellAll('claim', found);
    return { rows: found.length, next: found.length < most ? null : (found.at(-1)?.id ?? null) };
  },
};
