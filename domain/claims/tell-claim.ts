import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import { openWorkItem } from '../work/open-work-item';
import { type NewClaimEvent, noteClaimEvent } from './note-claim-event';

/** What an answer says of one claim. */
export interface ClaimAnswer extends Omit<NewClaimEvent, 'kind' | 'params'> {
  readonly kind: 'format_accepted' | 'received' | 'accepted' | 'rejected';
  /** As the answer has them: what a person looks up. */
  readonly codes: readonly string[];
}

/** Notes an answer of a clearinghouse or payer; a claim that it rejects becomes work. Heard before: nothing happens. */
export async function tellClaim(tx: PracticeTx, claimId: string, answer: ClaimAnswer): Promise<void> {
  const claim = await locked(tx, 'claims', claimId);
  const { codes, ...event } = answer;
  const params = { codes: codes.join(', ') };
  const moved = await noteClaimEvent(tx, claim, { ...event, params });
  if (moved && answer.kind === 'rejected')
    await openWorkItem(tx, {
      cause: 'claim_rejected',
      entity: 'claim',
      refId: claimId,
      clientId: claim.client_id,
      params,
    });
}
