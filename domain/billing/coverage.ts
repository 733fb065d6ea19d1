import { mendCharges } from '../claims/mend-charges';
import type { SubscriberFacts } from '../claims/claim-content';
import type { PracticeTx } from '../database/practice-tx';
import type { CoveragesRow } from '../database/tables.generated';
import { type ClientId, newId } from '../ids';
import { AppError, invalid } from '../problems';
import { noteEvent } from '../timeline/note-event';
import { toDate } from '../time/instant';

/**
 * What bills and claims must know of a client beyond who she is.
 * @throws AppError `not_found`, `stale_version` where another version is there than the one seen (0: none was)
 */
export async function setClientBilling(
  tx: PracticeTx,
  request: {
    readonly clientId: ClientId;
    /** Undefined: whatever is there. */
    readonly version?: number;
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
  const client = await tx.one`select 1 from clients where practice_id = ${tx.practiceId} and id = ${request.clientId}`;
  if (!client) throw new AppError('not_found');
  const before = await tx.one<{ version: number }>`
    select version from client_billing where practice_id = ${tx.practiceId} and id = ${request.clientId} for update`;
  const version = before?.version ?? 0;
  if (request.version !== undefined && request.version !== version) throw new AppError('stale_version', { version });
  await tx
    .rows('client_billing')
    .insert({ practice_id: tx.practiceId, id: request.clientId, ...known })
    .onConflict(['practice_id', 'id'])
    .merge({ ...known, version: tx.rows.raw('client_billing.version + 1') as unknown as number });
  tx.touch({ client: request.clientId, record: request.clientId, fields: ['address', 'sex'] });
  await tx.announce('client', request.clientId);
  await mendCharges(tx, { clientId: request.clientId });
}

export interface NewCoverage {
  readonly clientId: ClientId;
  readonly payerId: string;
  /** 1: asked first. */
  readonly rank: 1 | 2 | 3;
  readonly memberId: string;
  readonly groupNumber?: string | null;
  readonly planName?: string | null;
  /** The client's relation to the policyholder (X12 1069); 18 is the client herself. */
  readonly relationship: CoveragesRow['relationship'];
  /** The policyholder where that is not the client. */
  readonly subscriber?: SubscriberFacts | null;
  readonly copayCents?: number | null;
  readonly fromDay: string;
  readonly untilDay?: string | null;
}

/**
 * Adds an insurance for the days it holds. Answers its id.
 * @throws AppError `duplicate` where one of this rank holds on a day of it, `not_found`, `invalid`
 */
export async function addCoverage(tx: PracticeTx, coverage: NewCoverage): Promise<string> {
  const id = await insertCoverage(tx, coverage);
  await coveragesChanged(tx, coverage.clientId);
  return id;
}

/** The same as a part of a use-case that ends with `coveragesChanged`. */
export async function insertCoverage(tx: PracticeTx, coverage: NewCoverage): Promise<string> {
  guardCoverage(coverage);
  const id = newId();
  await tx.rows('coverages').insert({
    practice_id: tx.practiceId,
    id,
    client_id: coverage.clientId,
    payer_id: coverage.payerId,
    rank: coverage.rank,
    member_id: coverage.memberId,
    group_number: coverage.groupNumber ?? null,
    plan_name: coverage.planName ?? null,
    relationship: coverage.relationship,
    subscriber: coverage.subscriber ? JSON.stringify(coverage.subscriber) : null,
    copay_cents: coverage.copayCents ?? null,
    from_day: coverage.fromDay,
    until_day: coverage.untilDay ?? null,
    created_by: tx.actor,
    created_at: toDate(tx.now),
  });
  await noteCoverage(tx, { id, clientId: coverage.clientId }, 'coverage.added');
  return id;
}

/** @throws AppError `invalid` for an end before the beginning, or a policyholder who is not said, or said beside the client herself */
export function guardCoverage(
  coverage: Pick<NewCoverage, 'relationship' | 'subscriber' | 'fromDay' | 'untilDay'>,
): void {
  if (coverage.untilDay && coverage.untilDay < coverage.fromDay) throw invalid('/untilDay', 'day_before_other');
  if (coverage.relationship !== '18' && !coverage.subscriber) throw invalid('/subscriber', 'required');
  if (coverage.relationship === '18' && coverage.subscriber) throw invalid('/subscriber', 'unknown_field');
}

/** What became of an insurance, on the client's timeline. */
export async function noteCoverage(
  tx: PracticeTx,
  { id, clientId }: { readonly id: string; readonly clientId: ClientId },
  code: 'coverage.added' | 'coverage.changed',
): Promise<void> {
  tx.touch({ client: clientId, record: id, fields: ['coverage'] });
  await noteEvent(tx, { entity: 'client', refId: clientId, clientId, code, evidence: { kind: 'coverage', id } });
}

/** Tells the screens, and looks again at visits that could not be billed; once, however many insurances changed. Last in a use-case. */
export async function coveragesChanged(tx: PracticeTx, clientId: ClientId): Promise<void> {
  await tx.announce('client', clientId);
  await mendCharges(tx, { clientId });
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
  if (request.untilDay < request.fromDay) throw invalid('/untilDay', 'day_before_other');
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
  await tx.announce('client', coverage.client_id);
  return id;
}
