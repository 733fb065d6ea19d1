import { locked } from '../database/locked';
import type { PracticeTx } from '../database/practice-tx';
import type { ClaimsRow } from '../database/tables.generated';
import { AppError } from '../problems';
import type { ProfessionalClaim } from '../x12/claim';
import { toDate } from '../time/instant';
import { noteClaimAct } from './note-claim-event';

/**
 * The claim, locked, when none of its versions is on its way out: two versions on the road would be two claims to the payer.
 * @throws AppError `not_found`, `stale_version`, `in_progress`
 */
export async function lockedAtRest(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number },
): Promise<ClaimsRow> {
  const claim = await locked(tx, 'claims', request.id, request.version);
  if (await isLeaving(tx, claim)) throw new AppError('in_progress');
  return claim;
}

/** Whether the version that stands is in a batch that may still go out. */
export async function isLeaving(
  tx: PracticeTx,
  claim: { readonly id: string; readonly version_no: number },
): Promise<boolean> {
  const leaving = await tx.one`
    select 1 from claim_sendings s join claim_batches b on b.practice_id = s.practice_id and b.id = s.batch_id
     where s.practice_id = ${tx.practiceId} and s.claim_id = ${claim.id} and s.version_no = ${claim.version_no}
       and b.state in ('open', 'written', 'sending', 'unknown') limit 1`;
  return leaving !== undefined;
}

/** Puts a new version of a claim beside those that were, and has the next batch take it. @throws AppError `wrong_state` */
export async function mendClaim(
  tx: PracticeTx,
  claim: ClaimsRow,
  mended: {
    readonly kind: 'corrected' | 'void_asked';
    readonly content: ProfessionalClaim;
    readonly change?: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  const versionNo = claim.version_no + 1;
  const { frequency } = mended.content;
  await tx.rows('claim_versions').insert({
    practice_id: tx.practiceId,
    client_id: claim.client_id,
    claim_id: claim.id,
    version_no: versionNo,
    frequency: frequency as '1' | '7' | '8',
    content: JSON.stringify(mended.content),
    made_by: tx.actor,
    made_at: toDate(tx.now),
  });
  const change = { ...mended.change, version_no: versionNo };
  await noteClaimAct(tx, claim, { kind: mended.kind, params: { frequency } }, change);
}
