import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { postEntry } from '../ledger/post-entry';
import { undoEntry } from '../ledger/undo-entry';
import { pair } from './claim-effect';
import { shareChange } from './client-share';
import { claimBy } from './match-claim';
import { shareWords } from './post-remittance-claim';
import { remittanceClaimLife } from './remittance-claim-state';
import { remittanceLife } from './remittance-state';

/**
 * Takes a posted payment back: a contra entry for each of its entries, in one transaction. What other payers said stands, and
 * decides again what the client owes. The payment may be posted again from another file afterwards.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`
 */
export async function undoRemittance(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number; readonly day: string },
): Promise<void> {
  const row = await locked(tx, 'remittances', request.id, request.version);
  await move(tx, 'remittances', remittanceLife, row, 'undo', { undone_at: new Date(tx.now) });
  const entries = await tx.all<{ id: string }>`
    select id from ledger_entries where practice_id = ${tx.practiceId} and remittance_id = ${request.id} and kind <> 'undo' order by id`;
  for (const { id } of entries) await undoEntry(tx, id, request.day, 'remittance_undone');
  const claims = await tx.all<{ id: string; state: string; version: number; claim_id: string | null }>`
    select id, state, version, claim_id from remittance_claims
     where practice_id = ${tx.practiceId} and remittance_id = ${request.id} order by id for update`;
  for (const claim of claims) await move(tx, 'remittance_claims', remittanceClaimLife, claim, 'undo');
  for (const claimId of new Set(claims.flatMap(({ claim_id }) => claim_id ?? [])))
    await settleShare(tx, claimId, request);
  await tx.announce('remittance', request.id);
}

async function settleShare(tx: PracticeTx, claimId: string, of: { id: string; day: string }): Promise<void> {
  const ours = await claimBy(tx, 'id', claimId);
  if (!ours) return;
  const { said, stands } = await shareWords(tx, claimId);
  await postEntry(tx, {
    kind: 'transfer',
    postingKey: `share/${of.id}/${claimId}`,
    day: of.day,
    reason: 'remittance_undone',
    postings: [...shareChange(said, stands)].flatMap(([chargeId, cents]) =>
      pair(ours, chargeId, 'client', cents, 'turn'),
    ),
  });
}
