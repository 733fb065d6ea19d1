import type { Database } from '../database/database';
import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { undoEntry } from '../ledger/undo-entry';
import { practiceToday } from '../practice/today';
import { noteEvent } from '../timeline/note-event';
import type { Portion } from './post-remittance';
import { remittanceLife } from './remittance-state';
import { tellFile } from './tell-file';
import { undoRemittanceClaim } from './undo-remittance-claim';

/**
 * A person takes a payment back: from here on nothing of it is posted any more, and what is posted is undone claim by claim. It
 * may be posted again from another file afterwards.
 * @throws AppError `not_found`, `stale_version`, `wrong_state`
 */
export async function takeBackRemittance(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number },
): Promise<void> {
  const row = await locked(tx, 'remittances', request.id, request.version);
  const file = await locked(tx, 'edi_files', row.file_id);
  await move(tx, 'remittances', remittanceLife, row, 'take_back');
  await noteEvent(tx, { entity: 'remittance', refId: row.id, code: 'remittance.taken_back' });
  await tx.announce('payment', row.id);
  await tellFile(tx, file);
}

/**
 * Undoes a payment that is being taken back, claim by claim, each in its own transaction, the last first; with the last of them
 * the payment itself. Broken off and called again it goes on where it was. Answers whether something is left.
 */
export async function undoRemittance(
  database: Database,
  practiceId: string,
  remittanceId: string,
  portion: Portion = { claims: Infinity },
): Promise<'left' | 'done'> {
  const run = <T>(act: string, work: (tx: PracticeTx) => Promise<T>): Promise<T> =>
    database.inPractice({ practiceId, service: 'edi' }, { act, purpose: 'billing' }, work);
  for (let done = 0; ;) {
    const next = await run('remittance.look', (tx) => left(tx, remittanceId, Math.min(portion.claims, 500)));
    if (next.length === 0) break;
    for (const { id } of next) {
      if (done >= portion.claims || portion.isOver?.()) return 'left';
      await run('remittance_claim.undo', async (tx) => undoRemittanceClaim(tx, id, await practiceToday(tx)));
      done += 1;
      portion.alive?.();
    }
  }
  await run('remittance.undo', (tx) => finishUndo(tx, remittanceId));
  return 'done';
}

/** Undoes the payments of a file that are being taken back. Answers whether something is left. */
export async function undoPayments(
  database: Database,
  practiceId: string,
  fileId: string,
  portion?: Portion,
): Promise<'left' | 'done'> {
  const open = await database.inPractice(
    { practiceId, service: 'edi' },
    { act: 'remittance.look', purpose: 'billing' },
    (tx) => tx.all<{ id: string }>`
      select id from remittances where practice_id = ${tx.practiceId} and file_id = ${fileId} and state = 'undoing' order by ordinal`,
  );
  for (const { id } of open) if ((await undoRemittance(database, practiceId, id, portion)) === 'left') return 'left';
  return 'done';
}

const left = (tx: PracticeTx, remittanceId: string, limit: number) => tx.all<{ id: string }>`
  select c.id from remittance_claims c join remittances r on r.practice_id = c.practice_id and r.id = c.remittance_id
   where c.practice_id = ${tx.practiceId} and c.remittance_id = ${remittanceId} and c.state <> 'undone' and r.state = 'undoing'
   order by c.ordinal desc limit ${limit}`;

async function finishUndo(tx: PracticeTx, id: string): Promise<void> {
  const row = await locked(tx, 'remittances', id);
  if (row.state !== 'undoing' || (await left(tx, id, 1)).length > 0) return;
  const day = await practiceToday(tx);
  const entries = await tx.all<{ id: string }>`
    select id from ledger_entries
     where practice_id = ${tx.practiceId} and remittance_id = ${id} and kind in ('remittance', 'provider_adjustment') order by id`;
  for (const entry of entries) await undoEntry(tx, entry.id, day, 'remittance_undone');
  await move(tx, 'remittances', remittanceLife, row, 'undo', { undone_at: new Date(tx.now) });
  await tx.announce('payment', id);
}
