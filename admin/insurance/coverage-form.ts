import type { CoverageView } from '../../api/billing/coverage.contract';
import { same } from '../../browser/http/conflict';
import { isMisread } from '../form/misread';
import { centsOfText, textOfCents } from '../form/typed-cents';
import type { Editable } from '../form/use-save';

/** Of the policyholder, where that is not the client. Named as the path that the API's errors point to. */
export const subscriberFields = [
  'subscriber.first_name',
  'subscriber.last_name',
  'subscriber.birth_date',
  'subscriber.sex',
  'subscriber.street',
  'subscriber.street2',
  'subscriber.city',
  'subscriber.region',
  'subscriber.postal_code',
] as const;

export const coverageFields = [
  'payerId',
  'rank',
  'memberId',
  'groupNumber',
  'planName',
  'relationship',
  'copayCents',
  'fromDay',
  'untilDay',
  ...subscriberFields,
] as const;
export type CoverageField = (typeof coverageFields)[number];

/** What the client is to the policyholder; 18 is the client herself. */
export const relationships = [
  '18',
  '01',
  '19',
  '20',
  '21',
  '39',
  '40',
  '53',
  'G8',
] as const satisfies readonly CoverageView['relationship'][];

/** An insurance as it is typed: all texts, empty for none. */
export type CoverageValues = Readonly<Record<CoverageField, string>>;
export interface EditedCoverage extends Editable, CoverageValues {}

export const isSelf = ({ relationship }: Pick<CoverageValues, 'relationship'>): boolean => relationship === '18';

/** What one more begins with. */
export const blankCoverage = (rank: number, fromDay: string): CoverageValues => ({
  ...(Object.fromEntries(coverageFields.map((field) => [field, ''])) as CoverageValues),
  relationship: '18',
  rank: String(rank),
  fromDay,
});

export function coverageValues(coverage: CoverageView): CoverageValues {
  const { subscriber } = coverage;
  return {
    ...blankCoverage(coverage.rank, coverage.fromDay),
    payerId: coverage.payerId,
    memberId: coverage.memberId,
    groupNumber: coverage.groupNumber ?? '',
    planName: coverage.planName ?? '',
    relationship: coverage.relationship,
    copayCents: textOfCents(coverage.copayCents),
    untilDay: coverage.untilDay ?? '',
    ...(subscriber && {
      'subscriber.first_name': subscriber.first_name,
      'subscriber.last_name': subscriber.last_name,
      'subscriber.birth_date': subscriber.birth_date,
      'subscriber.sex': subscriber.sex,
      'subscriber.street': subscriber.street,
      'subscriber.street2': subscriber.street2 ?? '',
      'subscriber.city': subscriber.city,
      'subscriber.region': subscriber.region,
      'subscriber.postal_code': subscriber.postal_code,
    }),
  };
}

export const editedCoverage = (coverage: CoverageView): EditedCoverage => ({
  id: coverage.id,
  version: coverage.version,
  ...coverageValues(coverage),
});

const optional: ReadonlySet<CoverageField> = new Set([
  'groupNumber',
  'planName',
  'copayCents',
  'untilDay',
  'subscriber.street2',
]);

/** The fields that are asked for: the policyholder's only where that is not the client. */
export const drawnFields = (values: CoverageValues): readonly CoverageField[] =>
  isSelf(values) ? coverageFields.filter((field) => !field.startsWith('subscriber.')) : coverageFields;

/** What must be filled in and is not; what was typed as an amount and is none. */
export const missingIn = (values: CoverageValues): readonly CoverageField[] =>
  drawnFields(values).filter((field) =>
    optional.has(field) ? field === 'copayCents' && isMisread(values.copayCents) : values[field].trim() === '',
  );

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** As the API takes it, whole. */
export const coverageBody = (values: CoverageValues) => ({
  payerId: values.payerId,
  rank: Number(values.rank),
  memberId: values.memberId.trim(),
  groupNumber: orNull(values.groupNumber),
  planName: orNull(values.planName),
  relationship: values.relationship,
  copayCents: centsOfText(values.copayCents),
  fromDay: values.fromDay,
  untilDay: orNull(values.untilDay),
  subscriber: isSelf(values)
    ? null
    : {
        first_name: values['subscriber.first_name'].trim(),
        last_name: values['subscriber.last_name'].trim(),
        birth_date: values['subscriber.birth_date'],
        sex: values['subscriber.sex'],
        street: values['subscriber.street'].trim(),
        street2: orNull(values['subscriber.street2']),
        city: values['subscriber.city'].trim(),
        region: values['subscriber.region'].trim().toUpperCase(),
        postal_code: zipDigits(values['subscriber.postal_code']),
      },
});

/** As a letter has it, `12207-0001`, and as claims have it. */
export const zipDigits = (text: string): string => text.replaceAll(/[\s-]/g, '');

/** Only what differs, so that what somebody else changed meanwhile is left alone. */
export function coverageChange(base: CoverageValues, values: CoverageValues): Readonly<Record<string, unknown>> {
  const [before, after] = [coverageBody(base), coverageBody(values)];
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => !same(value, before[field as keyof typeof before])),
  );
}
