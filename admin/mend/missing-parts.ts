import type { WorkItemView } from '../../api/work/work.contract';

/** What a charge cannot be made without, as the work item names it (`domain/claims/charge-missing-codes.ts`). */
export const missingParts = [
  'diagnosis',
  'coverage',
  'client_address',
  'fee',
  'clinician_npi',
  'billing_profile',
  'too_short',
] as const;
export type MissingPart = (typeof missingParts)[number];

export interface MissingForVisit {
  readonly missing: readonly MissingPart[];
  /** The day of the visit, for which it must hold. */
  readonly day: string;
  readonly visitId: string | undefined;
  readonly clinicianId: string | undefined;
  readonly code: string | undefined;
}

/** What an item says of its visit; undefined where it is another kind of work. What is newer than this page is passed over. */
export function missingOf({ cause, params }: Pick<WorkItemView, 'cause' | 'params'>): MissingForVisit | undefined {
  const { missing, day } = params;
  if (cause !== 'charge_incomplete' || !Array.isArray(missing) || typeof day !== 'string') return undefined;
  const text = (name: string): string | undefined => {
    const value = params[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    missing: missingParts.filter((part) => missing.includes(part)),
    day,
    visitId: text('visitId'),
    clinicianId: text('clinicianId'),
    code: text('code'),
  };
}
