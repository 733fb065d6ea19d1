import type { PracticeTx } from '../database/practice-tx';
import { newId } from '../ids';
import { AppError, invalid } from '../problems';
import { toDate } from '../time/instant';
import { type Day, dayAt, isDay } from '../time/wall-time';
import { type AgreementStanding, agreementStanding } from './agreement-codes';

export interface NewAgreement {
  /** As the vendor's adapter names itself: `twilio`, `smtp`, `s3`. */
  readonly vendor: string;
  readonly services: readonly string[];
  readonly signedOn: Day;
  readonly expiresOn: Day | null;
}

/** Records a business associate agreement: from now on the vendor may be given personal data. @throws AppError `invalid`, `not_found` */
export async function recordAgreement(tx: PracticeTx, request: NewAgreement): Promise<string> {
  if (!/^[a-z0-9_-]{2,40}$/.test(request.vendor)) throw invalid('/vendor', 'vendor_malformed');
  if (!isDay(request.signedOn)) throw invalid('/signedOn', 'day_malformed');
  if (request.expiresOn !== null && request.expiresOn < request.signedOn)
    throw invalid('/expiresOn', 'day_before_other');
  const id = newId();
  await tx.rows('business_associate_agreements').insert({
    practice_id: tx.practiceId,
    id,
    vendor: request.vendor,
    services: [...request.services],
    signed_on: request.signedOn,
    expires_on: request.expiresOn,
    recorded_by: tx.actor,
  });
  tx.touch({ record: id, fields: ['agreement'] });
  await tx.announce('practice', tx.practiceId);
  return id;
}

/** The agreement is over: nothing more goes to the vendor. @throws AppError `not_found`, `wrong_state` */
export async function endAgreement(
  tx: PracticeTx,
  request: { readonly id: string; readonly version: number },
): Promise<void> {
  const row = await tx
    .rows('business_associate_agreements')
    .where({ practice_id: tx.practiceId, id: request.id })
    .forUpdate()
    .first();
  if (!row) throw new AppError('not_found');
  if (row.version !== request.version) throw new AppError('stale_version', { version: row.version });
  if (row.ended_at !== null) throw new AppError('wrong_state', { entity: 'agreement', state: 'ended' });
  await tx
    .rows('business_associate_agreements')
    .where({ practice_id: tx.practiceId, id: row.id })
    .update({ ended_at: toDate(tx.now), version: row.version + 1 });
  tx.touch({ record: row.id, fields: ['agreement'] });
  await tx.announce('practice', tx.practiceId);
}

export interface Agreement {
  readonly id: string;
  readonly version: number;
  readonly vendor: string;
  readonly services: readonly string[];
  readonly signedOn: Day;
  readonly expiresOn: Day | null;
  readonly endedAt: number | null;
  readonly standing: AgreementStanding;
}

/** The register, newest first. */
export async function listAgreements(tx: PracticeTx): Promise<readonly Agreement[]> {
  const rows = await tx
    .rows('business_associate_agreements')
    .where({ practice_id: tx.practiceId })
    .orderBy([{ column: 'signed_on', order: 'desc' }, 'id']);
  const today = dayAt(tx.now, 'UTC');
  return rows.map((row) => {
    const days = { signedOn: row.signed_on, expiresOn: row.expires_on, endedAt: row.ended_at?.getTime() ?? null };
    return {
      id: row.id,
      version: row.version,
      vendor: row.vendor,
      services: row.services,
      ...days,
      standing: agreementStanding(days, today),
    };
  });
}

/** @throws AppError `not_found` */
export async function readAgreement(tx: PracticeTx, id: string): Promise<Agreement> {
  const found = (await listAgreements(tx)).find((one) => one.id === id);
  if (!found) throw new AppError('not_found');
  return found;
}
