import { noteClaimEvent } from '../claims/note-claim-event';
import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { postEntry } from '../ledger/post-entry';
import { undoEntry } from '../ledger/undo-entry';
import { healWork } from '../work/close-work-item';
import { openWorkItem } from '../work/open-work-item';
import { pair } from './claim-effect';
import { shareChange } from './client-share';
import { claimBy } from './match-claim';
import { shareWords, takeWaitingReversals } from './post-remittance-claim';
import { remittanceClaimLife } from './remittance-claim-state';

/**
 * Takes back what was posted of one claim of a payment: contra entries, the client's share by what other payers said, the claim
 * as its other answers left it. A reversal of this payment, in whatever file, waits for its payment again. One transaction;
 * done again it does nothing.
 * @param day on which it counts
 */
export async function undoRemittanceClaim(tx: PracticeTx, id: string, day: string): Promise<void> {
  const row = await locked(tx, 'remittance_claims', id);
  if (row.state === 'undone') return;
  if (row.state !== 'posted' || row.claim_id === null) {
    await move(tx, 'remittance_claims', remittanceClaimLife, row, 'undo');
    await healWork(tx, row.id, ['remittance_review']);
    return;
  }
  const claim = await locked(tx, 'claims', row.claim_id);
  await undoPosting(tx, row.id, day);
  await letReversalsWait(tx, row.id, claim, day);
  await move(tx, 'remittance_claims', remittanceClaimLife, row, 'undo');
  await takeWaitingReversals(tx, claim.id, day);
  await settleShare(tx, claim.id, row.id, day);
  const now = await locked(tx, 'claims', claim.id);
  await noteClaimEvent(tx, now, { kind: await wordOn(tx, claim.id), evidenceKey: `undo/${row.id}` });
  await tx.announce('balance', claim.client_id);
}

async function undoPosting(tx: PracticeTx, remittanceClaimId: string, day: string): Promise<void> {
  const entries = await tx.all<{ id: string }>`
    select e.id from ledger_entries e
     where e.practice_id = ${tx.practiceId} and e.remittance_claim_id = ${remittanceClaimId} and e.kind = 'remittance_claim'
       and not exists (select 1 from ledger_entries u where u.practice_id = e.practice_id and u.undoes_id = e.id) order by e.id`;
  for (const { id } of entries) await undoEntry(tx, id, day, 'remittance_undone');
}

/** What took this payment back has nothing to take back now. */
async function letReversalsWait(
  tx: PracticeTx,
  paymentId: string,
  claim: { readonly id: string; readonly client_id: string },
  day: string,
): Promise<void> {
  const reversals = await tx
    .rows('remittance_claims')
    .where({ practice_id: tx.practiceId, reverses_id: paymentId, state: 'posted' })
    .forUpdate();
  const reason = 'reversal_without_original';
  for (const reversal of reversals) {
    await undoPosting(tx, reversal.id, day);
    await move(tx, 'remittance_claims', remittanceClaimLife, reversal, 'wait', {
      reason,
      candidate_id: claim.id,
      claim_id: null,
      client_id: null,
      reverses_id: null,
      resolved_by: null,
    });
    await openWorkItem(tx, {
      cause: 'remittance_review',
      entity: 'remittance_claim',
      refId: reversal.id,
      clientId: claim.client_id,
      params: { reason },
    });
    await tx.announce('payment', reversal.remittance_id);
  }
}

async function settleShare(tx: PracticeTx, claimId: string, undoneId: string, day: string): Promise<void> {
  const ours = await claimBy(tx, 'id', claimId);
  if (!ours) return;
  const { said, stands } = await shareWords(tx, claimId);
  await postEntry(tx, {
    kind: 'transfer',
    postingKey: `share/${undoneId}`,
    day,
    reason: 'remittance_undone',
    postings: [...shareChange(said, stands)].flatMap(([chargeId, cents]) =>
      pair(ours, chargeId, 'client', cents, 'turn'),
    ),
  });
}

/** What payers say of a claim when this one's word is gone. */
async function wordOn(tx: PracticeTx, claimId: string): Promise<'reversed' | 'denied' | 'adjudicated'> {
  const left = await tx.one<{ words: number; denied: number }>`
    select (select count(*)::int from remittance_claims o
             where o.practice_id = ${tx.practiceId} and o.claim_id = ${claimId} and o.state = 'posted' and o.status <> '22'
               and not exists (select 1 from remittance_claims r where r.practice_id = o.practice_id and r.reverses_id = o.id and r.state = 'posted')) as words,
           (select coalesce(sum(cents), 0)::bigint from ledger_lines
             where practice_id = ${tx.practiceId} and claim_id = ${claimId} and account = 'denial') as denied`;
  if (!left || left.words === 0) return 'reversed';
  return left.denied > 0 ? 'denied' : 'adjudicated';
}
