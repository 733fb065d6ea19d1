import type { PracticeTx } from '../database/practice-tx';
import { centsOf } from '../money/cents';
import { AppError } from '../problems';
import { type Posting, postEntry } from './post-entry';

interface Line {
  readonly account: Posting['account'];
  readonly cents: number;
  readonly client_id: string | null;
  readonly claim_id: string | null;
  readonly charge_id: string | null;
  readonly payer_id: string | null;
  readonly reason: string | null;
  readonly remittance_id: string | null;
  readonly remittance_claim_id: string | null;
  readonly payment_id: string | null;
}

/** Takes an entry back by a contra entry, once; both stay in the books. @throws AppError `not_found` */
export async function undoEntry(tx: PracticeTx, entryId: string, day: string, reason: string): Promise<void> {
  const lines = await tx.all<Line>`
    select l.account, l.cents, l.client_id, l.claim_id, l.charge_id, l.payer_id, l.reason, e.remittance_id, e.remittance_claim_id, e.payment_id
      from ledger_lines l join ledger_entries e on e.practice_id = l.practice_id and e.id = l.entry_id
     where l.practice_id = ${tx.practiceId} and l.entry_id = ${entryId} order by l.line_no`;
  const [first] = lines;
  if (!first) throw new AppError('not_found');
  await postEntry(tx, {
    kind: 'undo',
    postingKey: `undo/${entryId}`,
    day,
    undoesId: entryId,
    reason,
    ...(first.remittance_id !== null && { remittanceId: first.remittance_id }),
    ...(first.remittance_claim_id !== null && { remittanceClaimId: first.remittance_claim_id }),
    ...(first.payment_id !== null && { paymentId: first.payment_id }),
    postings: lines.map((line) => ({
      account: line.account,
      cents: centsOf(-line.cents),
      clientId: line.client_id,
      claimId: line.claim_id,
      chargeId: line.charge_id,
      payerId: line.payer_id,
      ...(line.reason !== null && { reason: line.reason }),
    })),
  });
}
