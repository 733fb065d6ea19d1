import type { AgreementView } from '../../api/practice/agreement.contract';

/** Who can be given something of a person by what Kept talks to, as the register names them. */
export const knownVendors = ['clearinghouse', 'smtp', 'twilio', 's3'] as const;
export type KnownVendor = (typeof knownVendors)[number];

export const knownVendor = (vendor: string): KnownVendor | undefined => knownVendors.find((one) => one === vendor);

/** An agreement, or a vendor that has none. */
export interface AgreementRow {
  readonly id: string;
  readonly vendor: string;
  readonly agreement: AgreementView | undefined;
}

const holdsOrWill = ({ standing }: AgreementView): boolean => standing === 'in_force' || standing === 'to_come';

/** Vendors without one come first; what is over only where it is asked for. */
export function agreementRows(agreements: readonly AgreementView[], withPast: boolean): readonly AgreementRow[] {
  const current = agreements.filter(holdsOrWill);
  const past = withPast ? agreements.filter((one) => !holdsOrWill(one)) : [];
  const missing = knownVendors.filter((vendor) => current.every((one) => one.vendor !== vendor));
  return [
    ...missing.map((vendor) => ({ id: vendor, vendor, agreement: undefined })),
    ...[...current, ...past].map((agreement) => ({ id: agreement.id, vendor: agreement.vendor, agreement })),
  ];
}

/** Whether the vendor still gets what it got once this agreement is over. */
export const hasAnother = (agreements: readonly AgreementView[], { id, vendor }: AgreementView): boolean =>
  agreements.some((one) => one.id !== id && one.vendor === vendor && one.standing === 'in_force');

/** Services as they are typed: several are separated by commas. */
export const servicesOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
