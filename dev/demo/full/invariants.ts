import { Client } from 'pg';

/** What must hold of the practice, by name: a query that answers what breaks it. */
const rules: Readonly<Record<string, string>> = {
  'an entry of the books does not sum to zero':
    'select entry_id as id from kept.ledger_lines group by entry_id having sum(cents) <> 0',
  'a posted payment is not in the books as it was paid': `
    select r.id from kept.remittances r where r.state = 'posted' and r.paid_cents <> coalesce((
      select sum(l.cents) from kept.ledger_entries e join kept.ledger_lines l on l.entry_id = e.id
       where e.remittance_id = r.id and e.kind = 'remittance' and l.account = 'cash'), 0)`,
  'a payment is not what its claims and provider adjustments say': `
    select r.id from kept.remittances r where r.state <> 'quarantined' and r.paid_cents <>
      (select coalesce(sum(c.paid_cents), 0) from kept.remittance_claims c where c.remittance_id = r.id)
      - (select coalesce(sum(a.cents), 0) from kept.remittance_adjustments a where a.remittance_id = r.id)`,
  'money of payers is not placed': `
    select r.id from kept.remittances r where r.state = 'posted' and 0 <> (
      select coalesce(sum(l.cents), 0) from kept.ledger_entries e join kept.ledger_lines l on l.entry_id = e.id
       where e.remittance_id = r.id and l.account = 'unapplied'
         and not exists (select 1 from kept.remittance_claims c where c.remittance_id = r.id and c.state in ('review', 'found')))`,
  'a word of a payer is posted and not in the books': `
    select c.id from kept.remittance_claims c where c.state = 'posted' and c.charge_cents <> 0
       and not exists (select 1 from kept.ledger_entries e where e.remittance_claim_id = c.id and e.kind = 'remittance_claim')`,
  'a claim is not what its charges are': `
    select c.id from kept.claims c where c.state <> 'void' and c.charge_cents <> (
      select sum(h.cents) from kept.claim_lines l join kept.charges h on h.id = l.charge_id where l.claim_id = c.id)`,
  'a claim that a payer decided is not placed to the cent': `
    select c.id from kept.claims c where c.state = 'adjudicated' and c.charge_cents <> (
      select coalesce(sum(l.cents), 0) from kept.ledger_lines l
       where l.claim_id = c.id and l.account in ('unapplied', 'contractual', 'denial', 'client', 'write_off'))`,
  'a claim has left without a batch that is in a file': `
    select c.id from kept.claims c where c.state in ('submitted', 'accepted', 'adjudicated', 'denied') and not exists (
      select 1 from kept.claim_sendings s join kept.claim_batches b on b.id = s.batch_id
       where s.claim_id = c.id and b.file_id is not null)`,
  'a denial is nobody’s work': `
    select c.id from kept.claims c where c.state = 'denied'
       and not exists (select 1 from kept.work_items w where w.ref_id = c.id and w.cause = 'claim_denied' and w.state = 'open')
       and not exists (select 1 from kept.claim_events e where e.claim_id = c.id and e.kind = 'appealed')`,
  'a signed note is neither billed nor somebody’s work': `
    select n.id from kept.notes n where n.state = 'signed'
       and not exists (select 1 from kept.charges h where h.note_id = n.id)
       and not exists (select 1 from kept.work_items w where w.ref_id = n.id and w.cause = 'charge_incomplete' and w.state = 'open')`,
  'an appointment that was kept has no visit, or another has one': `
    select a.id from kept.appointments a where (a.state in ('arrived', 'in_session', 'completed')) <>
      exists (select 1 from kept.visits v where v.appointment_id = a.id and v.state <> 'left')`,
  'an approved charge is not in the books': `
    select h.id from kept.charges h where h.state = 'approved' and h.cents <> coalesce((
      select -sum(l.cents) from kept.ledger_lines l where l.charge_id = h.id and l.account = 'revenue'), 0)`,
  'something open has no next step': `
    select n.id from kept.next_steps n where n.kind = 'unplanned'
       and not exists (select 1 from kernel.outbox o where o.ref_id = n.id)`,
};

/**
 * Looks whether the books and the claims tie, whatever the day.
 * @throws Error that names everything that does not
 */
export async function checkInvariants(migratorUrl: string): Promise<void> {
  const sql = new Client({ connectionString: migratorUrl });
  await sql.connect();
  const wrong: string[] = [];
  try {
    await sql.query('set role kept_kernel');
    for (const [name, query] of Object.entries(rules)) {
      const { rows } = await sql.query<{ id: string }>(query);
      if (rows.length > 0) wrong.push(`${name}: ${String(rows.length)}, such as ${rows[0]?.id ?? ''}`);
    }
  } finally {
    await sql.end();
  }
  if (wrong.length > 0) throw new Error(`the demo practice does not tie:\n  ${wrong.join('\n  ')}`);
}
