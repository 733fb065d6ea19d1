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
}

/** Takes an entry back by a contra entry, once; both stay in the books. @throws AppError `not_found` */
export async function undoEntry(tx: PracticeTx, entryId: string, day: string, reason: string): Promise<void> {
  const lines = await tx.all<Line>`
    select account, cents, client_id, claim_id, charge_id, payer_id, reason from ledger_lines
     where practice_id = ${tx.practiceId} and entry_id = ${entryId} order by line_no`;
  if (lines.length === 0) throw new AppError('not_found');
  await postEntry(tx, {
    kind: 'undo',
    postingKey: `undo/${entryId}`,
    day,
    undoesId: entryId,
    reason,
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
