import { mendCharges } from '../claims/mend-charges';
import type { PracticeTx } from '../database/practice-tx';
import { type MembershipId, newId } from '../ids';
import { AppError, invalid } from '../problems';
import { isNpi } from '../x12/npi';

export interface BillingProfile {
  readonly fromDay: string;
  readonly legalName: string;
  readonly npi: string;
  readonly taxId: string;
  readonly taxonomy: string;
  readonly street: string;
  readonly city: string;
  readonly region: string;
  /** Nine digits: 837P asks for all of them. */
  readonly postalCode: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly senderId: string;
  readonly receiverId: string;
  readonly receiverName: string;
  readonly test?: boolean;
}

/**
 * As whom the practice bills from a day on. Answers its id.
 * @throws AppError `invalid` for an NPI whose check digit is wrong, `duplicate` where other details begin on that day
 */
export async function setBillingProfile(tx: PracticeTx, profile: BillingProfile): Promise<string> {
  if (!isNpi(profile.npi)) throw invalid('/npi', 'npi_malformed');
  const id = newId();
  await tx.rows('billing_profiles').insert({
    practice_id: tx.practiceId,
    id,
    from_day: profile.fromDay,
    legal_name: profile.legalName,
    npi: profile.npi,
    tax_id: profile.taxId,
    taxonomy: profile.taxonomy,
    street: profile.street,
    city: profile.city,
    region: profile.region,
    postal_code: profile.postalCode,
    contact_name: profile.contactName,
    contact_phone: profile.contactPhone,
    sender_id: profile.senderId,
    receiver_id: profile.receiverId,
    receiver_name: profile.receiverName,
    test: profile.test ?? false,
    set_by: tx.actor,
  });
  tx.touch({ record: id, fields: ['billing_profile'] });
  await tx.announce('practice', tx.practiceId);
  await mendCharges(tx);
  return id;
}

/**
 * As whom payers know a clinician.
 * @throws AppError `invalid` for an NPI whose check digit is wrong, `not_found`, `stale_version` where another version is there
 * than the one seen (0: none was)
 */
export async function setClinicianBilling(
  tx: PracticeTx,
  request: {
    readonly clinicianId: MembershipId;
    /** Undefined: whatever is there. */
    readonly version?: number;
    readonly firstName: string;
    readonly lastName: string;
    readonly npi: string;
    readonly taxonomy: string;
  },
): Promise<void> {
  if (!isNpi(request.npi)) throw invalid('/npi', 'npi_malformed');
  const staff =
    await tx.one`select 1 from staff where practice_id = ${tx.practiceId} and id = ${request.clinicianId} and ended_at is null`;
  if (!staff) throw new AppError('not_found');
  const before = await tx.one<{ version: number }>`
    select version from clinician_billing where practice_id = ${tx.practiceId} and id = ${request.clinicianId} for update`;
  const version = before?.version ?? 0;
  if (request.version !== undefined && request.version !== version) throw new AppError('stale_version', { version });
  const known = {
    first_name: request.firstName,
    last_name: request.lastName,
    npi: request.npi,
    taxonomy: request.taxonomy,
  };
  await tx
    .rows('clinician_billing')
    .insert({ practice_id: tx.practiceId, id: request.clinicianId, ...known })
    .onConflict(['practice_id', 'id'])
    .merge({ ...known, version: tx.rows.raw('clinician_billing.version + 1') as unknown as number });
  tx.touch({ record: request.clinicianId, fields: ['clinician_billing'] });
  await tx.announce('practice', tx.practiceId);
  await mendCharges(tx);
}
