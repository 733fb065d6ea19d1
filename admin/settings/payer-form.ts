import type { payerView } from '../../api/billing/settings.contract';
import type { z } from 'zod';
import type { Editable } from '../form/use-save';

export type PayerView = z.infer<typeof payerView>;

export const payerFields = [
  'name',
  'payerId',
  'filingIndicator',
  'telehealthPlace',
  'telehealthModifier',
  'filingDays',
  'correctionDays',
  'appealDays',
  'adjudicationDays',
] as const;
export type PayerField = (typeof payerFields)[number];
/** An insurer as it is typed: all texts. */
export type PayerValues = Readonly<Record<PayerField, string>>;
export interface EditedPayer extends Editable, PayerValues {}

/** Kinds of plan that a practice meets; a claim names the payer's. */
export const planKinds = ['CI', 'BL', 'MB', 'MC', 'HM', '12', 'CH', 'VA', 'OF', 'ZZ'] as const;

/** What most insurers' terms are; each is looked at before it is saved. */
export const blankPayer: PayerValues = {
  name: '',
  payerId: '',
  filingIndicator: 'CI',
  telehealthPlace: '10',
  telehealthModifier: '95',
  filingDays: '90',
  correctionDays: '180',
  appealDays: '180',
  adjudicationDays: '30',
};

const dayFields = ['filingDays', 'correctionDays', 'appealDays', 'adjudicationDays'] as const;
export const mostDays = (field: (typeof dayFields)[number]): number => (field === 'adjudicationDays' ? 365 : 1000);

/** Fields that are empty, and fields that are no number of days. */
export function payerFaults(values: PayerValues): {
  readonly missing: readonly PayerField[];
  readonly noDays: readonly (typeof dayFields)[number][];
} {
  return {
    missing: payerFields.filter((field) => field !== 'telehealthModifier' && values[field].trim() === ''),
    noDays: dayFields.filter((field) => {
      const days = values[field].trim();
      return days !== '' && !(/^[1-9]\d*$/.test(days) && Number(days) <= mostDays(field));
    }),
  };
}

/** As the API takes it. */
export const payerBody = (values: PayerValues) => ({
  name: values.name.trim(),
  payerId: values.payerId.trim().toUpperCase(),
  filingIndicator: values.filingIndicator,
  telehealthPlace: values.telehealthPlace,
  telehealthModifier: values.telehealthModifier === '' ? null : values.telehealthModifier,
  ...(Object.fromEntries(dayFields.map((field) => [field, Number(values[field])])) as Record<
    (typeof dayFields)[number],
    number
  >),
});

export const editedPayer = (payer: PayerView): EditedPayer => ({
  id: payer.id,
  version: payer.version,
  name: payer.name,
  payerId: payer.payerId,
  filingIndicator: payer.filingIndicator,
  telehealthPlace: payer.telehealthPlace,
  telehealthModifier: payer.telehealthModifier ?? '',
  filingDays: String(payer.filingDays),
  correctionDays: String(payer.correctionDays),
  appealDays: String(payer.appealDays),
  adjudicationDays: String(payer.adjudicationDays),
});

export const payerValues = (record: EditedPayer): PayerValues =>
  Object.fromEntries(payerFields.map((field) => [field, record[field]])) as Record<PayerField, string>;
