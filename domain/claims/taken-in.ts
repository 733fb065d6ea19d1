import type { PracticeTx } from '../database/practice-tx';

/**
 * The last version of a claim that its payer has in its books: one that it decided on, or took in and did not reject afterwards.
 * Undefined: the payer knows nothing of the claim, and a version of it is the first one.
 */
export async function versionTakenIn(tx: PracticeTx, claimId: string): Promise<number | undefined> {
  const row = await tx.one<{ version_no: number | null }>`
    select max(e.version_no) as version_no from claim_events e
     where e.practice_id = ${tx.practiceId} and e.claim_id = ${claimId}
       and (e.kind in ('adjudicated', 'denied', 'reversed')
         or e.kind = 'accepted' and not exists (
              select 1 from claim_events r where r.practice_id = e.practice_id and r.claim_id = e.claim_id
                 and r.kind = 'rejected' and r.version_no = e.version_no))`;
  return row?.version_no ?? undefined;
}
