import { mayMove, move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { wasInserted } from '../database/was-inserted';
import { newId } from '../ids';
import type { Params } from '../problems';
import { claimLife } from './claim-state';

/** What may happen to a claim, and the step of its life that it is, if any. */
const steps = {
  blocked: 'scrub_fail',
  submitted: 'submit',
  rejected: 'reject',
  accepted: 'accept',
  adjudicated: 'adjudicate',
  denied: 'deny',
  reversed: 'reverse',
  format_accepted: undefined,
  received: undefined,
} as const;

export interface NewClaimEvent {
  readonly kind: keyof typeof steps;
  /** The same answer in another file is the same event. */
  readonly evidenceKey: string;
  readonly fileId?: string;
  readonly offset?: number;
  readonly params?: Params;
  readonly payerControlNumber?: string | undefined;
  /** Which version it is about, where that is known: what concerns an earlier one is noted and moves nothing. */
  readonly versionNo?: number;
}

interface Claim {
  readonly id: string;
  readonly client_id: string;
  readonly state: string;
  readonly version: number;
  readonly version_no: number;
}

/**
 * Notes what happened to a claim that the caller has locked, and moves it where that leads. Noted before: nothing happens. An
 * event that leads nowhere from this state (a late acknowledgement) is noted and moves nothing. Answers whether the claim moved.
 */
export async function noteClaimEvent(tx: PracticeTx, claim: Claim, event: NewClaimEvent): Promise<boolean> {
  const versionNo = event.versionNo ?? claim.version_no;
  const isNew = await wasInserted(
    tx
      .rows('claim_events')
      .insert({
        practice_id: tx.practiceId,
        id: newId(),
        claim_id: claim.id,
        client_id: claim.client_id,
        version_no: versionNo,
        kind: event.kind,
        evidence_key: event.evidenceKey,
        file_id: event.fileId ?? null,
        offset_bytes: event.offset ?? null,
        params: JSON.stringify(event.params ?? {}),
        actor_id: tx.actor,
      })
      .onConflict(['practice_id', 'claim_id', 'kind', 'evidence_key'])
      .ignore(),
  );
  if (!isNew) return false;
  const step = versionNo === claim.version_no ? steps[event.kind] : undefined;
  const moves = step !== undefined && mayMove(claimLife, claim, step);
  if (moves)
    await move(tx, 'claims', claimLife, claim, step, {
      ...(event.payerControlNumber !== undefined && { payer_control_number: event.payerControlNumber }),
    });
  await tx.announce('claim', claim.id);
  return moves;
}
