import type { PracticeTx } from '../database/practice-tx';
import { wasInserted } from '../database/was-inserted';
import { type ClientId, newId } from '../ids';
import { type Cents, sumOf } from '../money/cents';

/** Where money is. Positive cents are debit: `insurer` and `client` owe us; `cash` is what came. */
export type Account =
  | 'insurer'
  | 'client'
  | 'contractual'
  | 'denial'
  | 'write_off'
  | 'unapplied'
  | 'payer_balance'
  | 'cash'
  | 'revenue';

export interface Posting {
  readonly account: Account;
  readonly cents: Cents;
  readonly clientId?: ClientId | null;
  readonly claimId?: string | null;
  readonly chargeId?: string | null;
  readonly payerId?: string | null;
  /** Group and reason of an adjustment (`PR-3`), or the code of a provider adjustment. */
  readonly reason?: string;
}

export type EntryKind =
  | 'charge'
  | 'charge_void'
  | 'remittance'
  | 'remittance_claim'
  | 'provider_adjustment'
  | 'client_payment'
  | 'client_payment_void'
  | 'write_off'
  | 'transfer'
  | 'undo';

export interface NewEntry {
  readonly kind: EntryKind;
  /** What makes this event the same event when it comes again. */
  readonly postingKey: string;
  /** The practice's day on which it counts: `YYYY-MM-DD`. */
  readonly day: string;
  readonly postings: readonly Posting[];
  readonly undoesId?: string;
  readonly remittanceId?: string;
  readonly remittanceClaimId?: string;
  readonly paymentId?: string;
  readonly reason?: string;
}

/**
 * Posts one event of money, once: all of it or nothing. Answers the entry's id; undefined when the books hold this posting key
 * already, or when nothing moves.
 * @throws RangeError when the postings do not sum to zero: a defect, which the database would refuse as well
 */
export async function postEntry(tx: PracticeTx, entry: NewEntry): Promise<string | undefined> {
  const postings = entry.postings.filter(({ cents }) => cents !== 0);
  if (postings.length === 0) return undefined;
  if (sumOf(postings.map(({ cents }) => cents)) !== 0) throw new RangeError(`${entry.postingKey} does not balance`);
  const id = newId();
  const isNew = await wasInserted(
    tx
      .rows('ledger_entries')
      .insert({
        practice_id: tx.practiceId,
        id,
        kind: entry.kind,
        posting_key: entry.postingKey,
        day: entry.day,
        undoes_id: entry.undoesId ?? null,
        remittance_id: entry.remittanceId ?? null,
        remittance_claim_id: entry.remittanceClaimId ?? null,
        payment_id: entry.paymentId ?? null,
        reason: entry.reason ?? null,
        actor_id: tx.actor,
      })
      .onConflict(['practice_id', 'posting_key'])
      .ignore(),
  );
  if (!isNew) return undefined;
  await tx.rows('ledger_lines').insert(
    postings.map((posting, index) => ({
      practice_id: tx.practiceId,
      entry_id: id,
      line_no: index + 1,
      account: posting.account,
      cents: posting.cents,
      client_id: posting.clientId ?? null,
      claim_id: posting.claimId ?? null,
      charge_id: posting.chargeId ?? null,
      payer_id: posting.payerId ?? null,
      reason: posting.reason ?? null,
    })),
  );
  tx.touch({ record: id });
  for (const { clientId } of postings) tx.touch({ client: clientId });
  return id;
}
