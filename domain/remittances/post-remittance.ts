import type { Database } from '../database/database';
import { locked } from '../database/locked';
import { move } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { postEntry } from '../ledger/post-entry';
import { centsOf } from '../money/cents';
import { practiceToday } from '../practice/today';
import { openWorkItem } from '../work/open-work-item';
import { postClaims } from './post-claims';
import { remittanceLife } from './remittance-state';

/** How much is done at once, so that a worker that ends costs little and a workflow's history stays short. */
export interface Portion {
  /** So many claims; each payment counts as one more. */
  readonly claims: number;
  /** True when the time for it is over. */
  readonly isOver?: () => boolean;
  /** Told of a claim that could not be posted, before a person is asked: what is wrong is ours. */
  readonly failed?: (remittanceClaimId: string, error: unknown) => void;
  /** Called after every claim: a long posting shows that it is alive. */
  readonly alive?: () => void;
}

/** All that is left, where nobody waits. */
const everything: Portion = { claims: Infinity };

type Run = <T>(act: string, work: (tx: PracticeTx) => Promise<T>) => Promise<T>;

/**
 * Posts one payment: what came in, what the payer moved beside the claims, then each claim in its own transaction. Broken off
 * and called again it goes on where it was. Answers how many claims it posted, and whether some are left.
 */
export async function postRemittance(
  database: Database,
  practiceId: string,
  remittanceId: string,
  portion: Portion = everything,
): Promise<{ readonly done: number; readonly left: boolean }> {
  const run: Run = (act, work) =>
    database.inPractice({ practiceId, service: 'edi' }, { act, purpose: 'billing' }, work);
  const { state, day } = await run('remittance.begin', (tx) => beginPosting(tx, remittanceId));
  if (state !== 'posting') return { done: 0, left: false };
  const { done, left } = await postClaims(run, remittanceId, day, portion);
  if (!left) await run('remittance.finish', (tx) => finishPosting(tx, remittanceId));
  return { done, left };
}

/** Posts the payments of a file that are not posted yet, in its order. Answers whether something is left. */
export async function postPayments(
  database: Database,
  practiceId: string,
  fileId: string,
  portion: Portion = everything,
): Promise<'left' | 'done'> {
  const open = await database.inPractice(
    { practiceId, service: 'edi' },
    { act: 'remittance.look', purpose: 'billing' },
    (tx) => tx.all<{ id: string }>`
      select id from remittances where practice_id = ${tx.practiceId} and file_id = ${fileId} and state in ('found', 'posting') order by ordinal`,
  );
  let claims = portion.claims;
  for (const { id } of open) {
    if (claims <= 0 || portion.isOver?.()) return 'left';
    const { done, left } = await postRemittance(database, practiceId, id, { ...portion, claims });
    if (left) return 'left';
    claims -= done + 1;
  }
  return 'done';
}

/** Decides whether the payment came before, and enters the money that came. */
async function beginPosting(tx: PracticeTx, id: string): Promise<{ readonly state: string; readonly day: string }> {
  const row = await locked(tx, 'remittances', id);
  const day = row.paid_on ?? (await practiceToday(tx));
  if (row.state !== 'found') return { state: row.state, day };
  // one that a person let in under the number of another has that key and its own id behind it
  const twin = await tx.one<{ same: boolean }>`
    select content_hash = ${row.content_hash} as same from remittances
     where practice_id = ${tx.practiceId} and trace_number = ${row.trace_number} and id <> ${id} and state in ('posting', 'posted')
       and (trace_key = ${row.trace_key} or starts_with(trace_key, ${`${row.trace_key}|`}))
     order by same desc limit 1`;
  if (twin) {
    const { same } = twin;
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
    await tx.announce('payment', id);
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
    select ordinal, code, cents from remittance_adjustments where practice_id = ${tx.practiceId} and remittance_id = ${id} and cents <> 0 order by ordinal`;
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
  await tx.announce('payment', id);
  return { state, day };
}

async function finishPosting(tx: PracticeTx, id: string): Promise<void> {
  const row = await locked(tx, 'remittances', id);
  if (row.state !== 'posting') return;
  await move(tx, 'remittances', remittanceLife, row, 'finish', { posted_at: new Date(tx.now) });
  await tx.announce('payment', id);
}
