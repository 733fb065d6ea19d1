import type { PracticeTx } from '../database/practice-tx';
import { newId } from '../ids';
import { AppError } from '../problems';
import { type ClaimFacts, type Street, type SubscriberFacts, claimContent } from './claim-content';

interface Line {
  readonly id: string;
  readonly client_id: string;
  readonly clinician_id: string;
  readonly coverage_id: string;
  readonly code: string;
  readonly modifiers: string[];
  readonly cents: number;
  readonly units: number;
  readonly service_day: string;
  readonly place_of_service: string;
  readonly line_control: string;
  readonly diagnoses: string[];
}

/**
 * Makes the claim of a visit from its approved charges: its number, and its first version in the words of the TR3. Made before:
 * answers that one. Answers the claim's id.
 * @throws AppError `not_found` without approved charges, or where payer, clinician, address or practice are not set up
 */
export async function makeClaim(tx: PracticeTx, visitId: string): Promise<string> {
  const lines = await tx.all<Line>`
    select id, client_id, clinician_id, coverage_id, code, modifiers, cents, units, service_day::text, place_of_service, line_control, diagnoses
      from charges where practice_id = ${tx.practiceId} and visit_id = ${visitId} and state = 'approved'
     order by minutes desc nulls last, id for update`;
  const [first] = lines;
  if (!first) throw new AppError('not_found');
  const before = await tx.one<{ claim_id: string }>`
    select l.claim_id from claim_lines l join claims c on c.practice_id = l.practice_id and c.id = l.claim_id
     where l.practice_id = ${tx.practiceId} and l.charge_id = ${first.id} and c.state <> 'void' limit 1`;
  if (before) return before.claim_id;

  const number = await tx.one<{ number: number }>`select kernel.next_number('claim')::int as number`;
  const controlNumber = `C${String(number?.number ?? 0).padStart(8, '0')}`;
  const facts = await claimFacts(tx, lines, { controlNumber, frequency: '1', payerControlNumber: null });
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
  });
  tx.touch({ record: id, client: first.client_id, fields: ['claim'] });
  await tx.announce('claim', id);
  return id;
}

type Numbers = Pick<ClaimFacts, 'controlNumber' | 'frequency' | 'payerControlNumber'>;

async function claimFacts(
  tx: PracticeTx,
  lines: readonly Line[],
  numbers: Numbers,
): Promise<ClaimFacts & { readonly payerRowId: string }> {
  const [first] = lines;
  if (!first) throw new AppError('not_found');
  const { service_day: day } = first;
  const profile = await tx.one<ClaimFacts['profile']>`
    select legal_name, npi, tax_id, taxonomy, street, city, region, postal_code, pay_to from billing_profiles
     where practice_id = ${tx.practiceId} and from_day <= ${day}::date order by from_day desc limit 1`;
  const clinician = await tx.one<ClaimFacts['clinician']>`
    select first_name, last_name, npi, taxonomy from clinician_billing where practice_id = ${tx.practiceId} and id = ${first.clinician_id}`;
  const client = await tx.one<ClaimFacts['client']>`
    select first_name, last_name, birth_date::text from clients where practice_id = ${tx.practiceId} and id = ${first.client_id}`;
  const address = await tx.one<Street & { readonly sex: string }>`
    select sex, street, street2, city, region, postal_code from client_billing where practice_id = ${tx.practiceId} and id = ${first.client_id}`;
  const coverage = await tx.one<
    ClaimFacts['coverage'] & { readonly subscriber: SubscriberFacts | null; readonly payer_id: string }
  >`select rank, member_id, group_number, plan_name, relationship, subscriber, assigned, payer_id
      from coverages where practice_id = ${tx.practiceId} and id = ${first.coverage_id}`;
  const payer = await tx.one<ClaimFacts['payer']>`
    select name, payer_id, filing_indicator from payers where practice_id = ${tx.practiceId} and id = ${coverage?.payer_id ?? null}`;
  const authorization = await tx.one<{ number: string }>`
    select number from authorizations where practice_id = ${tx.practiceId} and coverage_id = ${first.coverage_id}
       and from_day <= ${day}::date and until_day >= ${day}::date order by from_day desc limit 1`;
  if (!profile || !clinician || !client || !address || !coverage || !payer) throw new AppError('not_found');
  return {
    ...numbers,
    profile,
    clinician,
    client,
    address,
    coverage,
    payer,
    payerRowId: coverage.payer_id,
    authorization: authorization?.number ?? null,
    lines,
  };
}
