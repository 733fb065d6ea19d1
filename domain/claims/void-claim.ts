import type { PracticeTx } from '../database/practice-tx';
import type { ClaimsRow } from '../database/tables.generated';
import { AppError } from '../problems';
import type { ProfessionalClaim } from '../x12/claim';
import { lockedAtRest, mendClaim } from './mend-claim';
import { noteClaimAct } from './note-claim-event';
import { claimEvents, versionTakenIn } from './taken-in';

/**
 * Takes a claim back. What the payer never took in is void at once; what it has goes to it again as a void, which names its
 * number, and the claim is void when it has said yes.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`, `in_progress` while a version is leaving, `payer_number_unknown`
 */
export async function voidClaim(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number },
): Promise<void> {
  const claim = await lockedAtRest(tx, request);
  const versionNo = versionTakenIn(await claimEvents(tx, claim.id));
  if (versionNo === undefined) return noteClaimAct(tx, claim, { kind: 'voided' });
  if (claim.payer_control_number === null) throw new AppError('payer_number_unknown');
  await mendClaim(tx, claim, {
    kind: 'void_asked',
    content: await voiding(tx, claim, versionNo, claim.payer_control_number),
  });
}

/** The claim as the payer has it, and that it is taken back. */
async function voiding(
  tx: PracticeTx,
  claim: ClaimsRow,
  versionNo: number,
  payerControlNumber: string,
): Promise<ProfessionalClaim> {
  const version = await tx.one<{ content: ProfessionalClaim }>`
    select content from claim_versions
     where practice_id = ${tx.practiceId} and claim_id = ${claim.id} and version_no = ${versionNo}`;
  if (!version) throw new AppError('not_found');
  const { content } = version;
  return {
    ...content,
    frequency: '8',
    references: [
      ...content.references.filter(({ qualifier }) => qualifier !== 'F8'),
      { qualifier: 'F8', value: payerControlNumber },
    ],
  };
}
