import type { ClientView } from '../../api/clients/client.contract';
import type { FieldErrors } from '../../browser/http/field-errors';
import type { Editable } from '../form/use-save';
import type { DraftErrors } from '../form/use-draft';
import type { PersonValues } from './person-fields';

/** Of a client, what the edit dialog may change: what else the record holds is not compared and not sent. */
export interface EditedClient extends Editable {
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  readonly pronouns: string | null;
  readonly birthDate: string;
  readonly zone: string;
  readonly language: 'en' | 'es';
}

type Source = Pick<ClientView, keyof EditedClient>;
const textOrNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());

/** The record, or the record with what was typed: trimmed, and empty texts as none. */
export const editedFrom = (from: Source): EditedClient => ({
  id: from.id,
  version: from.version,
  firstName: from.firstName.trim(),
  lastName: from.lastName.trim(),
  preferredName: textOrNull(from.preferredName),
  pronouns: textOrNull(from.pronouns),
  birthDate: from.birthDate,
  zone: from.zone,
  language: from.language,
});

/** As the form shows it: none is an empty text. */
export const personOf = ({ firstName, lastName, preferredName, pronouns, birthDate, zone, language }: EditedClient): PersonValues => ({
  firstName,
  lastName,
  preferredName: preferredName ?? '',
  pronouns: pronouns ?? '',
  birthDate,
  zone,
  language,
}); // prettier-ignore

/** The server's errors, at the form's fields. */
export const personErrors = (errors: FieldErrors): DraftErrors<PersonValues> =>
  Object.fromEntries(Object.entries(errors).filter(([, text]) => typeof text === 'string'));
