import type { PracticeTx } from '../database/practice-tx';
import type { ClaimOutcome, ClaimStatus } from '../x12/claim-status';
import { deliverBatch } from './deliver-batch';
import { type ClaimAnswer, tellClaim } from './tell-claim';

/** STC01-1 of a 277CA (TR3 005010X214): what each category of an answer means for the claim. */
const meanings: Readonly<Record<string, ClaimAnswer['kind']>> = {
  A0: 'received',
  A1: 'received',
  A2: 'accepted',
  A3: 'rejected',
  A4: 'rejected',
  A6: 'rejected',
  A7: 'rejected',
  A8: 'rejected',
};

/**
 * One claim of a 277CA: of the version that went in the batch that it names, else of the last one that went. Answers
 * false where it names none of our claims, or says something that we do not know.
 */
export async function applyClaimStatus(
  tx: PracticeTx,
  { trace, batch, offset }: Pick<ClaimOutcome, 'trace' | 'batch' | 'offset'>,
  fileId: string,
): Promise<boolean> {
  const claim = await tx.one<{ id: string; version_no: number }>`
    select id, version_no from claims where practice_id = ${tx.practiceId} and control_number = ${trace.number}`;
  if (!claim || trace.statuses.length === 0) return false;
  const sent = await tx.one<{ batch_id: string; version_no: number }>`
    select s.batch_id, s.version_no from claim_sendings s join claim_batches b on b.practice_id = s.practice_id and b.id = s.batch_id
     where s.practice_id = ${tx.practiceId} and s.claim_id = ${claim.id} and b.state not in ('open', 'written', 'void')
     order by lpad(b.interchange_control::text, 9, '0') = ${batch ?? ''} desc, s.version_no desc, s.batch_id desc limit 1`;
  if (sent) await deliverBatch(tx, sent.batch_id); // whoever answers has it
  const versionNo = sent?.version_no ?? claim.version_no;
  let known = true;
  for (const status of trace.statuses) {
    const kind = meanings[status.codes[0]?.category ?? ''];
    if (kind === undefined) {
      known = false;
      continue;
    }
    const codes = codesOf(status);
    await tellClaim(tx, claim.id, {
      kind,
      versionNo,
      evidenceKey: ['277CA', versionNo, ...codes, status.date ?? '', trace.payerControlNumber ?? ''].join('/'),
      fileId,
      ...(offset !== undefined && { offset }),
      payerControlNumber: trace.payerControlNumber,
      codes,
    });
  }
  return known;
}

const codesOf = ({ codes }: ClaimStatus): string[] =>
  codes.map(({ category, status, entity }) => [category, status, ...(entity === undefined ? [] : [entity])].join(':'));
