import { useFormats } from '../../browser/speech';
import { useWords } from '../words';
import { relationships } from './coverage-form';

interface CoverageWords {
  readonly rank: (rank: number) => string;
  readonly relationship: (code: string) => string;
  readonly sex: (code: string) => string;
  /** "since Jan 1, 2026", or from when until when. */
  readonly days: (days: { readonly fromDay: string; readonly untilDay: string | null }) => string;
  /** A field of the form, by its path. */
  readonly field: (field: string) => string;
}

/** How an insurance is said. A code that is newer than this page shows as it is. */
export function useCoverageWords(): CoverageWords {
  const say = useWords();
  const formats = useFormats();
  return {
    rank: (rank) => say(`insurance.ranks.${rank === 1 || rank === 2 ? rank : 3}`),
    relationship: (code) => {
      const known = relationships.find((one) => one === code);
      return known === undefined ? code : say(`insurance.relationships.${known}`);
    },
    sex: (code) => (code === 'F' || code === 'M' || code === 'U' ? say(`insurance.sexes.${code}`) : code),
    days: ({ fromDay, untilDay }) => {
      const from = formats.calendarDate(fromDay);
      if (untilDay === null) return say('insurance.days.open', { from });
      return say('insurance.days.closed', { from, until: formats.calendarDate(untilDay) });
    },
    field: (field) => {
      const name = fieldNames[field];
      return name === undefined ? field : say(`insurance.fields.${name}`);
    },
  };
}

type FieldWord =
  | 'payerId'
  | 'rank'
  | 'memberId'
  | 'groupNumber'
  | 'planName'
  | 'relationship'
  | 'copayCents'
  | 'fromDay'
  | 'untilDay'
  | 'firstName'
  | 'lastName'
  | 'birthDate'
  | 'sex'
  | 'street'
  | 'street2'
  | 'city'
  | 'region'
  | 'postalCode';

const own = ['payerId', 'rank', 'memberId', 'groupNumber', 'planName', 'relationship', 'copayCents', 'fromDay', 'untilDay', 'sex', 'street', 'street2', 'city', 'region', 'postalCode'] as const; // prettier-ignore
const fieldNames: Readonly<Partial<Record<string, FieldWord>>> = {
  ...Object.fromEntries(own.map((field) => [field, field])),
  'subscriber.first_name': 'firstName',
  'subscriber.last_name': 'lastName',
  'subscriber.birth_date': 'birthDate',
  'subscriber.sex': 'sex',
  'subscriber.street': 'street',
  'subscriber.street2': 'street2',
  'subscriber.city': 'city',
  'subscriber.region': 'region',
  'subscriber.postal_code': 'postalCode',
};
