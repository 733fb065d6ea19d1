import type { Database } from '../database/database';
import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { postEntry } from '../ledger/post-entry';
import { centsOf } from '../money/cents';
import { practiceToday } from '../practice/today';
import { openWorkItem } from '../work/open-work-item';
import { postRemittanceClaim } from './post-remittance-claim';
import { remittanceLife } from './remittance-state';

export type Disposition = 'posted' | 'duplicate' | 'quarantined';

/** Open screens hear of so many claims at a time. */
const tellEvery = 25;

interface Progress {
  /** Called after every claim: a long posting shows that it is alive. */
  (done: number): void;
}

/**
 * Posts one payment: what came in, what the payer moved beside the claims, then each claim in its own transaction. Broken off
 * and called again it goes on where it was.
 */
export async function postRemittance(
  database: Database,
  practiceId: string,
  remittanceId: string,
  onProgress: Progress = () => undefined,
): Promise<Disposition> {
  const run = <T>(act: string, work: (tx: PracticeTx) => Promise<T>): Promise<T> =>
    database.inPractice({ practiceId, service: 'edi' }, { act, purpose: 'billing' }, work);
  const begun = await run('remittance.begin', (tx) => beginPosting(tx, remittanceId));
  if (begun.state === 'duplicate') return 'duplicate';
  if (begun.state === 'quarantined') return 'quarantined';
  for (let done = 0; begun.state === 'posting';) {
    const next = await run(
      'remittance.look',
      (tx) => tx.all<{ id: string }>`
      select id from remittance_claims where practice_id = ${tx.practiceId} and remittance_id = ${remittanceId} and state = 'found'
       order by ordinal limit 500`,
    );
    if (next.length === 0) break;
    for (const { id } of next) {
      await run('remittance_claim.post', async (tx) => {
        await postRemittanceClaim(tx, id, begun.day);
        if (done % tellEvery === 0) await tx.announce('remittance', remittanceId);
      });
      onProgress((done += 1));
    }
  }
  await run('remittance.finish', (tx) => finishPosting(tx, remittanceId));
  return 'posted';
}

/** Decides whether the payment came before, and enters the money that came. */
async function beginPosting(tx: PracticeTx, id: string): Promise<{ readonly state: string; readonly day: string }> {
  const row = await locked(tx, 'remittances', id);
  const day = row.paid_on ?? (await practiceToday(tx));
  if (row.state !== 'found') return { state: row.state, day };
  const twin = await tx.one<{ content_hash: Buffer }>`
    select content_hash from remittances
     where practice_id = ${tx.practiceId} and trace_key = ${row.trace_key} and id <> ${id} and state in ('posting', 'posted')`;
  if (twin) {
    const same = twin.content_hash.equals(row.content_hash);
    const { state } = await move(tx, 'remittances', remittanceLife, row, same ? 'repeat' : 'quarantine', {
      reason: same ? 'came_before' : 'same_number_other_content',
    });
    if (!same)
      await openWorkItem(tx, {
        cause: 'remittance_quarantined',
        entity: 'remittance',
        refId: id,
        params: { reason: 'same_number_other_content' },
      });
    return { state, day };
  }
  const { state } = await move(tx, 'remittances', remittanceLife, row, 'post');
  const of = { day, remittanceId: id };
  await postEntry(tx, {
    ...of,
    kind: 'remittance',
    postingKey: `remittance/${id}`,
    postings: [
      { account: 'cash', cents: centsOf(row.paid_cents) },
      { account: 'unapplied', cents: centsOf(-row.paid_cents) },
    ],
  });
  const adjustments = await tx.all<{ ordinal: number; code: string; cents: number }>`
    select ordinal, code, cents from remittance_adjustments where practice_id = ${tx.practiceId} and remittance_id = ${id} order by ordinal`;
  for (const one of adjustments)
    await postEntry(tx, {
      ...of,
      kind: 'provider_adjustment',
      postingKey: `plb/${id}/${String(one.ordinal)}`,
      reason: one.code,
      postings: [
        { account: 'payer_balance', cents: centsOf(one.cents), reason: one.code },
        { account: 'unapplied', cents: centsOf(-one.cents), reason: one.code },
      ],
    });
  return { state, day };
}

async function finishPosting(tx: PracticeTx, id: string): Promise<void> {
  const row = await locked(tx, 'remittances', id);
  if (row.state !== 'posting') return;
  await move(tx, 'remittances', remittanceLife, row, 'finish', { posted_at: new Date(tx.now) });
  await tx.announce('remittance', id);
}
