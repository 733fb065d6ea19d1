import type { SubscriberFacts } from '../claims/claim-content';
import type { PracticeTx } from '../database/practice-tx';
import type { CoveragesRow } from '../database/tables.generated';
import { type ClientId, newId } from '../ids';
import { AppError } from '../problems';

/** What bills and claims must know of a client beyond who she is. */
export async function setClientBilling(
  tx: PracticeTx,
  request: {
    readonly clientId: ClientId;
    readonly sex: 'F' | 'M' | 'U';
    readonly street: string;
    readonly street2?: string | null;
    readonly city: string;
    readonly region: string;
    readonly postalCode: string;
  },
): Promise<void> {
  const known = {
    sex: request.sex,
    street: request.street,
    street2: request.street2 ?? null,
    city: request.city,
    region: request.region,
    postal_code: request.postalCode,
  };
  await tx
    .rows('client_billing')
    .insert({ practice_id: tx.practiceId, id: request.clientId, ...known })
    .onConflict(['practice_id', 'id'])
    .merge({ ...known, version: tx.rows.raw('client_billing.version + 1') as unknown as number });
  tx.touch({ client: request.clientId, record: request.clientId, fields: ['address', 'sex'] });
}

export interface NewCoverage {
  readonly clientId: ClientId;
  readonly payerId: string;
  /** 1: asked first. */
  readonly rank: 1 | 2 | 3;
  readonly memberId: string;
  readonly groupNumber?: string | null;
  /** The client's relation to the policyholder (X12 1069); 18 is the client herself. */
  readonly relationship: CoveragesRow['relationship'];
  /** The policyholder where that is not the client. */
  readonly subscriber?: SubscriberFacts | null;
  readonly copayCents?: number | null;
  readonly fromDay: string;
  readonly untilDay?: string | null;
}

/** Adds an insurance for the days it holds. Answers its id. @throws AppError `duplicate` where one of this rank holds on a day of it */
export async function addCoverage(tx: PracticeTx, coverage: NewCoverage): Promise<string> {
  const id = newId();
  await tx.rows('coverages').insert({
    practice_id: tx.practiceId,
    id,
    client_id: coverage.clientId,
    payer_id: coverage.payerId,
    rank: coverage.rank,
    member_id: coverage.memberId,
    group_number: coverage.groupNumber ?? null,
    relationship: coverage.relationship,
    subscriber: coverage.subscriber ? JSON.stringify(coverage.subscriber) : null,
    copay_cents: coverage.copayCents ?? null,
    from_day: coverage.fromDay,
    until_day: coverage.untilDay ?? null,
    created_by: tx.actor,
  });
  tx.touch({ client: coverage.clientId, record: id, fields: ['coverage'] });
  return id;
}

/** What a payer has agreed to for the days it holds. Answers its id. @throws AppError `not_found` without that coverage */
export async function addAuthorization(
  tx: PracticeTx,
  request: {
    readonly coverageId: string;
    readonly number: string;
    readonly fromDay: string;
    readonly untilDay: string;
    readonly visits?: number | null;
  },
): Promise<string> {
  const coverage = await tx.one<{ client_id: ClientId }>`
    select client_id from coverages where practice_id = ${tx.practiceId} and id = ${request.coverageId}`;
  if (!coverage) throw new AppError('not_found');
  const id = newId();
  await tx.rows('authorizations').insert({
    practice_id: tx.practiceId,
    id,
    client_id: coverage.client_id,
    coverage_id: request.coverageId,
    number: request.number,
    from_day: request.fromDay,
    until_day: request.untilDay,
    visits: request.visits ?? null,
    created_by: tx.actor,
  });
  tx.touch({ client: coverage.client_id, record: id, fields: ['authorization'] });
  return id;
}
