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
