import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { healWork } from '../work/close-work-item';
import { noteClaimAct } from './note-claim-event';
import { lockedAtRest } from './mend-claim';
import { writeOffClaim } from './write-off-claim';

interface Request {
  readonly id: string;
  readonly version: number;
}

/**
 * A person has appealed against what the payer decided, by whatever way the payer takes appeals: its answer is waited for.
 * @throws AppError `not_found`, `stale_version`, `wrong_state` where nothing has been decided
 */
export async function appealClaim(
  tx: PracticeTx,
  request: Request & { readonly note?: string | null | undefined },
): Promise<void> {
  const claim = await locked(tx, 'claims', request.id, request.version);
  if (claim.state !== 'denied' && claim.state !== 'adjudicated')
    throw new AppError('wrong_state', { entity: 'claim', state: claim.state, event: 'appeal' });
  await noteClaimAct(tx, claim, { kind: 'appealed', params: request.note ? { note: request.note } : {} });
  await healWork(tx, claim.id, ['claim_denied']);
}

/**
 * A person gives the rest of a claim up: what is in dispute and what is open is written off, and the claim is closed.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`, `in_progress` while a version is leaving
 */
export async function closeClaim(tx: PracticeTx, request: Request): Promise<void> {
  const claim = await lockedAtRest(tx, request);
  const cents = await writeOffClaim(tx, claim);
  await noteClaimAct(tx, claim, { kind: 'closed', params: { cents } });
}
