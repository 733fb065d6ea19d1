import type { PracticeTx } from '../database/practice-tx';
import type { ClientId, MembershipId } from '../ids';
import { AppError } from '../problems';
import type { ClaimFacts, Street, SubscriberFacts } from './claim-content';

/** An approved charge, as a claim says it. */
export interface BilledCharge {
  readonly id: string;
  readonly client_id: ClientId;
  readonly clinician_id: MembershipId;
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

/** The approved charges of a visit in the order of a claim's lines, locked until the transaction ends. */
export const approvedCharges = (tx: PracticeTx, visitId: string): Promise<readonly BilledCharge[]> =>
  tx.all<BilledCharge>`
    select id, client_id, clinician_id, coverage_id, code, modifiers, cents, units, service_day::text, place_of_service, line_control, diagnoses
      from charges where practice_id = ${tx.practiceId} and visit_id = ${visitId} and state = 'approved'
     order by minutes desc nulls last, id for update`;

/** How the claim is named, and what it is to the payer: the first, a replacement, a void. */
type Numbers = Pick<ClaimFacts, 'controlNumber' | 'frequency' | 'payerControlNumber'>;

interface Asked extends Numbers {
  readonly coverageId: string;
  /** Undefined: the one that holds for the coverage on the day. */
  readonly authorizationId?: string | undefined;
}

/**
 * Everything that a claim of these charges says, as the record has it now for the day of the service.
 * @throws AppError `claim_incomplete` where client, clinician, payer or practice are not set up for that day,
 * `not_found` for an authorization that does not hold for it
 */
export async function claimFacts(
  tx: PracticeTx,
  lines: readonly BilledCharge[],
  { coverageId, authorizationId, ...numbers }: Asked,
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
      from coverages where practice_id = ${tx.practiceId} and id = ${coverageId}`;
  const payer = await tx.one<ClaimFacts['payer']>`
    select name, payer_id, filing_indicator from payers where practice_id = ${tx.practiceId} and id = ${coverage?.payer_id ?? null}`;
  const authorization = await tx.one<{ number: string }>`
    select number from authorizations where practice_id = ${tx.practiceId} and coverage_id = ${coverageId}
       and from_day <= ${day}::date and until_day >= ${day}::date
       and (${authorizationId ?? null}::uuid is null or id = ${authorizationId ?? null}) order by from_day desc limit 1`;
  if (authorizationId !== undefined && !authorization) throw new AppError('not_found');
  if (!profile || !clinician || !client || !address || !coverage || !payer) throw new AppError('claim_incomplete');
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
