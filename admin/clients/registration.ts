import type { registerClientContract } from '../../api/clients/client.contract';
import type { BodyOf } from '../../api/http/contract';

export type Channel = 'sms' | 'email' | 'voice';
export const channels = ['sms', 'email', 'voice'] as const satisfies readonly Channel[];

/** The registration form as it is typed. */
export interface RegistrationValues {
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string;
  readonly pronouns: string;
  /** `2026-12-01`, or empty. */
  readonly birthDate: string;
  readonly zone: string;
  readonly language: 'en' | 'es';
  readonly phone: string;
  readonly leaveMessage: boolean;
  readonly email: string;
  readonly consents: readonly Channel[];
}
export type RegistrationField = keyof RegistrationValues;

export const emptyRegistration = (zone: string): RegistrationValues => ({
  firstName: '',
  lastName: '',
  preferredName: '',
  pronouns: '',
  birthDate: '',
  zone,
  language: 'en',
  phone: '',
  leaveMessage: false,
  email: '',
  consents: [],
});

/** The form for someone who was looked for and is not there: a birth date, a number, an address, or else first and last name. */
export function registrationFrom(sought: string, zone: string): RegistrationValues {
  const empty = emptyRegistration(zone);
  const text = sought.trim();
  const birthDate = dayFrom(text);
  if (birthDate !== undefined) return { ...empty, birthDate };
  if (text.includes('@')) return { ...empty, email: text };
  if (/^\+?[\d\s().-]{3,}$/.test(text)) return { ...empty, phone: text };
  const [before = '', after] = text.split(',', 2).map((part) => part.trim());
  if (after !== undefined) return { ...empty, firstName: after, lastName: before };
  const [firstName = '', ...others] = before.split(/\s+/);
  return { ...empty, firstName, lastName: others.join(' ') };
}

/** 5/4/1990, 05-04-1990 or 1990-05-04, as the search reads them. */
function dayFrom(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [, month = '', date = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return year === '' ? undefined : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

export type RegistrationBody = BodyOf<typeof registerClientContract>;

const textOrNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

/** What is sent. `notADouble`: someone has looked at the likely doubles. */
export function registrationBody(values: RegistrationValues, notADouble: boolean): RegistrationBody {
  const contact = (kind: 'mobile' | 'email', value: string, leaveMessage: boolean) =>
    value.trim() === '' ? [] : [{ kind, value: value.trim(), leaveMessage }];
  return {
    firstName: values.firstName.trim(),
    lastName: values.lastName.trim(),
    preferredName: textOrNull(values.preferredName),
    pronouns: textOrNull(values.pronouns),
    birthDate: values.birthDate,
    zone: values.zone,
    language: values.language,
    contacts: [...contact('mobile', values.phone, values.leaveMessage), ...contact('email', values.email, false)],
    consents: [...values.consents],
    clinicians: [],
    notADouble,
  };
}

/** Fields that must be filled in and are not. */
export const missingIn = (values: RegistrationValues): readonly RegistrationField[] =>
  (['firstName', 'lastName', 'birthDate'] as const).filter((field) => values[field].trim() === '');

/** The field of the form that a fault of the request belongs to: `/contacts/0/value` is the phone, or the address if no phone was sent. */
export function fieldOfPointer(pointer: string, { contacts }: RegistrationBody): RegistrationField | undefined {
  const contact = /^\/contacts\/(\d+)/.exec(pointer)?.[1];
  if (contact !== undefined) return contacts[Number(contact)]?.kind === 'email' ? 'email' : 'phone';
  const name = pointer.split('/')[1] ?? '';
  return name in emptyRegistration('') ? (name as RegistrationField) : undefined;
}
