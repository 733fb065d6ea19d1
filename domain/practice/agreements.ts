import type { PracticeTx } from '../database/practice-tx';
import { dayAt } from '../time/wall-time';
import { ownVendors } from './own-vendors';

/**
 * Whether a vendor may be given personal data: there is a business associate agreement, signed, not expired and not ended
 * (45 CFR 164.308(b), 164.504(e)).
 */
export async function isCovered(tx: PracticeTx, vendor: string): Promise<boolean> {
  if (ownVendors.has(vendor)) return true;
  const today = dayAt(tx.now, 'UTC');
  const row = await tx.one`
    select 1 from business_associate_agreements
     where practice_id = ${tx.practiceId} and vendor = ${vendor} and ended_at is null and signed_on <= ${today} and (expires_on is null or expires_on >= ${today}) limit 1`;
  return row !== undefined;
}
