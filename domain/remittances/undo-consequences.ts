import { mayMove } from '../database/move';
import type { PracticeTx } from '../database/practice-tx';
import { AppError } from '../problems';
import { remittanceLife } from './remittance-state';

/** What taking a payment back would do, in numbers. */
export interface UndoConsequences {
  /** Entries that each get a contra entry. */
  readonly entries: number;
  /** Money that is no longer counted as having come. */
  readonly cashCents: number;
  /** Claims that are open again, and by how much the payers owe more. */
  readonly claims: number;
  readonly openCents: number;
  /** Clients whose share it takes back, and by how much they owe less. */
  readonly clients: number;
  readonly clientCents: number;
  /** Claims that wait for a person, and need not any more. */
  readonly waiting: number;
  /** Reversals of other payments that wait for their payment again. */
  readonly reversalsWait: number;
  /** Closed claims that are open again: what was written off of them is owed again. */
  readonly opened: number;
  /** Claims that have moved on since (corrected, sent again, withdrawn): their books are undone, they themselves stay as they are. */
  readonly stay: number;
}

/** @throws AppError `not_found`, `wrong_state` when it cannot be taken back as it stands */
export async function undoConsequences(tx: PracticeTx, id: string): Promise<UndoConsequences> {
  const row = await tx.one<{ state: string; waiting: number }>`
    select r.state, (select count(*)::int from remittance_claims c
                      where c.practice_id = r.practice_id and c.remittance_id = r.id and c.state = 'review') as waiting
      from remittances r where r.practice_id = ${tx.practiceId} and r.id = ${id}`;
  if (!row) throw new AppError('not_found');
  if (!mayMove(remittanceLife, row, 'take_back'))
    throw new AppError('wrong_state', { entity: 'remittance', state: row.state, event: 'take_back' });
  const sums = await tx.one<{
    entries: number;
    cash: number;
    claims: number;
    open: number;
    clients: number;
    client: number;
  }>`
    select count(distinct e.id)::int as entries,
           coalesce(sum(l.cents) filter (where l.account = 'cash'), 0)::bigint as cash,
           count(distinct l.claim_id)::int as claims,
           coalesce(0 - sum(l.cents) filter (where l.account = 'insurer'), 0)::bigint as open,
           count(distinct l.client_id) filter (where l.account = 'client')::int as clients,
           coalesce(sum(l.cents) filter (where l.account = 'client'), 0)::bigint as client
      from ledger_entries e join ledger_lines l on l.practice_id = e.practice_id and l.entry_id = e.id
     where e.practice_id = ${tx.practiceId} and e.remittance_id = ${id} and e.kind <> 'undo'
       and not exists (select 1 from ledger_entries u where u.practice_id = e.practice_id and u.undoes_id = e.id)`;
  const beside = await tx.one<{ reversals: number; opened: number; stay: number }>`
    select count(distinct v.id)::int as reversals, count(distinct c.id) filter (where c.state = 'closed')::int as opened,
           count(distinct c.id) filter (where c.state not in ('adjudicated', 'denied', 'closed', 'accepted'))::int as stay
      from remittance_claims r
      join claims c on c.practice_id = r.practice_id and c.id = r.claim_id
      left join remittance_claims v on v.practice_id = r.practice_id and v.reverses_id = r.id and v.state = 'posted' and v.remittance_id <> r.remittance_id
     where r.practice_id = ${tx.practiceId} and r.remittance_id = ${id} and r.state = 'posted'`;
  return {
    entries: sums?.entries ?? 0,
    cashCents: sums?.cash ?? 0,
    claims: sums?.claims ?? 0,
    openCents: sums?.open ?? 0,
    clients: sums?.clients ?? 0,
    clientCents: sums?.client ?? 0,
    waiting: row.waiting,
    reversalsWait: beside?.reversals ?? 0,
    opened: beside?.opened ?? 0,
    stay: beside?.stay ?? 0,
  };
}
