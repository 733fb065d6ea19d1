import type { PracticeTx } from '../database/practice-tx';
import { readClaimLedger } from '../ledger/claim-ledger';
import { type Posting, postEntry } from '../ledger/post-entry';
import { undoEntry } from '../ledger/undo-entry';
import { centsOf, negated } from '../money/cents';
import { practiceToday } from '../practice/today';

interface GivenUp {
  readonly id: string;
  readonly client_id: string;
  readonly payer_id: string;
  readonly control_number: string;
  readonly version: number;
}

/** What is in dispute, and what the payer has said nothing of, leaves the books as written off. Answers how much. */
export async function writeOffClaim(tx: PracticeTx, claim: GivenUp): Promise<number> {
  const of = { clientId: claim.client_id, claimId: claim.id, payerId: claim.payer_id, reason: 'given_up' };
  const postings: Posting[] = [];
  const denied = await tx.all<{ charge_id: string | null; cents: number }>`
    select charge_id, sum(cents)::bigint as cents from ledger_lines
     where practice_id = ${tx.practiceId} and claim_id = ${claim.id} and account = 'denial' group by 1 having sum(cents) <> 0 order by 1`;
  for (const { charge_id, cents } of denied)
    postings.push(...giveUp({ ...of, chargeId: charge_id }, 'denial', centsOf(cents)));

  const { whole, lines } = await readClaimLedger(tx, claim.control_number);
  let rest = Math.max(0, whole.open);
  for (const { chargeId, standing } of lines) {
    const cents = centsOf(Math.min(rest, Math.max(0, standing.open)));
    rest -= cents;
    postings.push(...giveUp({ ...of, chargeId }, 'insurer', cents));
  }
  postings.push(...giveUp({ ...of, chargeId: null }, 'insurer', centsOf(rest)));
  await postEntry(tx, {
    kind: 'write_off',
    postingKey: `close/${claim.id}/${String(claim.version)}`,
    day: await practiceToday(tx),
    reason: 'given_up',
    postings,
  });
  return postings.reduce((sum, { account, cents }) => (account === 'write_off' ? sum + cents : sum), 0);
}

const giveUp = (
  of: Omit<Posting, 'account' | 'cents'>,
  from: 'denial' | 'insurer',
  cents: Posting['cents'],
): readonly Posting[] => [
  { ...of, account: 'write_off', cents },
  { ...of, account: from, cents: negated(cents) },
];

/** A claim that is open again is owed again: its write-offs are taken back by contra entries. */
export async function takeBackWriteOff(tx: PracticeTx, claimId: string): Promise<void> {
  const entries = await tx.all<{ id: string }>`
    select e.id from ledger_entries e
     where e.practice_id = ${tx.practiceId} and e.kind = 'write_off' and starts_with(e.posting_key, ${`close/${claimId}/`})
       and not exists (select 1 from ledger_entries u where u.practice_id = e.practice_id and u.undoes_id = e.id) order by e.id`;
  if (entries.length === 0) return;
  const day = await practiceToday(tx);
  for (const { id } of entries) await undoEntry(tx, id, day, 'open_again');
}
