import type { PracticeTx } from '../database/practice-tx';
import type { Standing } from '../ledger/claim-ledger';
import { isLeaving } from './mend-claim';
import { claimEvents, versionTakenIn } from './taken-in';

/** What acting on a claim would bring about, shown before it is done. */
export interface ClaimOutlook {
  /** The payer has a version of it in its books: a correction replaces that, a void goes to it. */
  readonly takenIn: boolean;
  /** A version of it is on its way out: nothing can be done with it until that has left. */
  readonly leaving: boolean;
  /** What a correction would ask for; null while a charge of the visit waits to be approved. */
  readonly billedCents: number | null;
  /** What giving the rest up would write off. */
  readonly writeOffCents: number;
}

/** By the rules of `correct-claim`, `void-claim` and `write-off-claim`. */
export async function claimOutlook(
  tx: PracticeTx,
  claim: { readonly id: string; readonly version_no: number },
  whole: Standing,
): Promise<ClaimOutlook> {
  const billed = await tx.one<{ cents: number | null; undecided: boolean }>`
    select sum(o.cents) filter (where o.state = 'approved')::bigint as cents, coalesce(bool_or(o.state = 'proposed'), false) as undecided
      from charges o
     where o.practice_id = ${tx.practiceId}
       and o.visit_id in (select h.visit_id from claim_lines l join charges h on h.practice_id = l.practice_id and h.id = l.charge_id
                           where l.practice_id = o.practice_id and l.claim_id = ${claim.id})`;
  return {
    takenIn: versionTakenIn(await claimEvents(tx, claim.id)) !== undefined,
    leaving: await isLeaving(tx, claim),
    billedCents: billed && !billed.undecided ? billed.cents : null,
    writeOffCents: whole.denied + Math.max(0, whole.open),
  };
}
