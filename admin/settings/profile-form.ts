import type { BillingSettings } from './use-billing-settings';

export type Profile = BillingSettings['profiles'][number];

export const profileFields = [
  'fromDay',
  'businessName',
  'npi',
  'taxId',
  'taxonomy',
  'street',
  'city',
  'region',
  'postalCode',
  'contactName',
  'contactPhone',
  'senderId',
  'receiverId',
  'receiverName',
] as const;
export type ProfileField = (typeof profileFields)[number];
export type ProfileValues = Readonly<Record<ProfileField, string>>;

/** What new details begin with: those that hold, from another day on. */
export const profileValues = (from: Profile | undefined, fromDay: string): ProfileValues => ({
  ...(Object.fromEntries(profileFields.map((field) => [field, from?.[field] ?? ''])) as ProfileValues),
  fromDay,
});

const digits = (text: string): string => text.replaceAll(/\D/g, '');

/** As the API takes it: numbers as digits, however they were written. */
export const profileBody = (values: ProfileValues, test: boolean) => ({
  ...(Object.fromEntries(profileFields.map((field) => [field, values[field].trim()])) as ProfileValues),
  taxId: digits(values.taxId),
  postalCode: digits(values.postalCode),
  contactPhone: digits(values.contactPhone),
  region: values.region.trim().toUpperCase(),
  taxonomy: values.taxonomy.trim().toUpperCase(),
  test,
});

/** Those of a practice that hold on a day: the latest that have begun. */
export const profileOn = <Of extends { readonly fromDay: string }>(
  profiles: readonly Of[],
  day: string,
): Of | undefined =>
  profiles.filter(({ fromDay }) => fromDay <= day).toSorted((a, b) => (a.fromDay < b.fromDay ? 1 : -1))[0];
