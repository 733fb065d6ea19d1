import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { practiceToday } from '../practice/today';
import { AppError } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { healWork } from '../work/close-work-item';
import { openWorkItem } from '../work/open-work-item';
import type { RemittanceClaim } from '../x12/remittance';
import { matchClaim } from './match-claim';
import { postRemittanceClaim } from './post-remittance-claim';
import type { AsideReason } from './remittance-codes';
import { remittanceClaimLife } from './remittance-claim-state';

interface Request {
  readonly id: string;
  readonly version: number;
}

/**
 * A person decides which claim a payer speaks of, and it is posted. Lines that are none of the claim's for certain count for the
 * claim as a whole.
 * @throws AppError `not_found`, `stale_version`, `wrong_state` when it does not wait for a person; `not_postable` with the reason
 */
export async function postToCandidate(tx: PracticeTx, request: Request & { readonly claimId: string }): Promise<void> {
  const row = await lockedForDecision(tx, request, 'post');
  const claim = await tx.one<{ client_id: string }>`
    select client_id from claims where practice_id = ${tx.practiceId} and id = ${request.claimId}`;
  if (!claim) throw new AppError('not_found');
  const day = row.paid_on ?? (await practiceToday(tx));
  const outcome = await postRemittanceClaim(tx, row.id, day, request.claimId);
  if (outcome === 'review') throw new AppError('not_postable', { reason: 'reversal_without_original' });
  await noteEvent(tx, {
    entity: 'claim',
    refId: request.claimId,
    clientId: claim.client_id,
    code: 'remittance.assigned',
    evidence: { kind: 'remittance_claim', id: row.id },
  });
  await tx.announce('payment', row.remittance_id);
}

/**
 * A person decides that what a payer says of a claim is not to be posted. Its money stays unapplied.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`
 */
export async function setAside(tx: PracticeTx, request: Request & { readonly why: AsideReason }): Promise<void> {
  const row = await lockedForDecision(tx, request, 'set_aside');
  await move(tx, 'remittance_claims', remittanceClaimLife, row, 'set_aside', {
    reason: request.why,
    candidate_id: null,
    resolved_by: tx.actor,
  });
  await healWork(tx, row.id, ['remittance_review']);
  await noteEvent(tx, {
    entity: 'remittance',
    refId: row.remittance_id,
    code: 'remittance.set_aside',
    params: { ordinal: row.ordinal, why: request.why },
    evidence: { kind: 'remittance_claim', id: row.id },
  });
  await tx.announce('payment', row.remittance_id);
}

/**
 * What was set aside waits for a decision again, with the candidate that there is now.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`
 */
export async function reopen(tx: PracticeTx, request: Request): Promise<void> {
  const row = await lockedForDecision(tx, request, 'reopen');
  const match = await matchClaim(tx, row.content as RemittanceClaim);
  const candidate = match.kind === 'certain' ? match.claim : match.candidate;
  const reason = match.kind === 'certain' ? 'number_not_exact' : match.reason;
  await move(tx, 'remittance_claims', remittanceClaimLife, row, 'reopen', {
    reason,
    candidate_id: candidate?.claimId ?? null,
    resolved_by: null,
  });
  await openWorkItem(tx, {
    cause: 'remittance_review',
    entity: 'remittance_claim',
    refId: row.id,
    clientId: candidate?.clientId ?? null,
    params: { reason },
  });
  await tx.announce('payment', row.remittance_id);
}

/** The payer's word, locked, of a payment that stands in the books. */
async function lockedForDecision(tx: PracticeTx, request: Request, event: 'post' | 'set_aside' | 'reopen') {
  const row = await locked(tx, 'remittance_claims', request.id, request.version);
  const payment = await tx.one<{ state: string; paid_on: string | null }>`
    select state, paid_on::text from remittances where practice_id = ${tx.practiceId} and id = ${row.remittance_id}`;
  const stands = payment?.state === 'posting' || payment?.state === 'posted';
  if (row.state !== (event === 'reopen' ? 'set_aside' : 'review') || !stands)
    throw new AppError('wrong_state', { entity: 'remittance_claim', state: row.state, event });
  return { ...row, paid_on: payment.paid_on };
}
