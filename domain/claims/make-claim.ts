import type { PracticeTx } from '../database/practice-tx';
import { newId } from '../ids';
import { AppError } from '../problems';
import { toDate } from '../time/instant';
import { claimContent } from './claim-content';
import { approvedCharges, claimFacts } from './claim-facts';

/**
 * Makes the claim of a visit from its approved charges: its number, and its first version in the words of the TR3. Made before:
 * answers that one. Answers the claim's id.
 * @throws AppError `not_found` without approved charges, `claim_incomplete` where payer, clinician, address or practice are not set up
 */
export async function makeClaim(tx: PracticeTx, visitId: string): Promise<string> {
  const lines = await approvedCharges(tx, visitId);
  const [first] = lines;
  if (!first) throw new AppError('not_found');
  const before = await tx.one<{ claim_id: string }>`
    select l.claim_id from claim_lines l join claims c on c.practice_id = l.practice_id and c.id = l.claim_id
     where l.practice_id = ${tx.practiceId} and l.charge_id = ${first.id} and c.state <> 'void' limit 1`;
  if (before) return before.claim_id;

  const number = await tx.one<{ number: number }>`select kernel.next_number('claim')::int as number`;
  const controlNumber = `C${String(number?.number ?? 0).padStart(8, '0')}`;
  const facts = await claimFacts(tx, lines, {
    coverageId: first.coverage_id,
    controlNumber,
    frequency: '1',
    payerControlNumber: null,
  });
  const id = newId();
  const of = { practice_id: tx.practiceId, client_id: first.client_id };
  await tx.rows('claims').insert({
    ...of,
    id,
    coverage_id: first.coverage_id,
    payer_id: facts.payerRowId,
    rank: facts.coverage.rank,
    control_number: controlNumber,
    state: 'ready',
    charge_cents: lines.reduce((sum, { cents }) => sum + cents, 0),
    service_day: first.service_day,
    created_at: toDate(tx.now),
  });
  await tx
    .rows('claim_lines')
    .insert(lines.map((line, index) => ({ ...of, claim_id: id, line_no: index + 1, charge_id: line.id })));
  await tx.rows('claim_versions').insert({
    ...of,
    claim_id: id,
    version_no: 1,
    frequency: '1',
    content: JSON.stringify(claimContent(facts)),
    made_by: tx.actor,
    made_at: toDate(tx.now),
  });
  tx.touch({ record: id, client: first.client_id, fields: ['claim'] });
  await tx.tell('claim', id, 1, first.client_id);
  return id;
}
