import type { ReactNode } from 'react';
import { useSpeech } from '../../browser/speech';
import { useToday } from '../../browser/use-today';
import { languages } from '../../messages/words';
import { Field } from '../design/field';
import { Select } from '../design/select';
import { DateInput, TextInput } from '../design/text-input';
import type { Draft } from '../form/use-draft';
import { useWords } from '../words';
import type { RegistrationValues } from './registration';
import { zoneChoices, zoneName } from './zones';
import './clients.css';

/** What identifies a client, as it is typed. */
export type PersonValues = Pick<
  RegistrationValues,
  'firstName' | 'lastName' | 'preferredName' | 'pronouns' | 'birthDate' | 'zone' | 'language'
>;
type TextField = 'firstName' | 'lastName' | 'preferredName' | 'pronouns';

interface PersonFieldsProps {
  readonly draft: Pick<Draft<PersonValues>, 'values' | 'set' | 'errors'>;
  /** Zones to choose from beside the usual ones. */
  readonly zones: readonly string[];
}

/** The fields of a person, two beside each other: for registering and for editing. */
export function PersonFields({ draft: { values, set, errors }, zones }: PersonFieldsProps) {
  const say = useWords();
  const { language } = useSpeech();
  const today = useToday();
  const text = (field: TextField, more: { readonly required?: boolean; readonly hint?: string } = {}): ReactNode => (
    <Field label={say(`clients.fields.${field}`)} error={errors[field]} optional={more.required !== true} {...more}>
      {(control) => <TextInput {...control} autoComplete="off" value={values[field]} onChange={set(field)} />}
    </Field>
  );
  return (
    <fieldset className="client-form-part">
      <legend>{say('clients.registering.person')}</legend>
      {text('firstName', { required: true })}
      {text('lastName', { required: true })}
      {text('preferredName', { hint: say('clients.fields.preferredHint') })}
      {text('pronouns', { hint: say('clients.fields.pronounsHint') })}
      <Field label={say('clients.fields.birthDate')} error={errors.birthDate} required>
        {(control) => (
          <DateInput {...control} min="1900-01-01" max={today} value={values.birthDate} onChange={set('birthDate')} />
        )}
      </Field>
      <Field label={say('clients.fields.language')} error={errors.language}>
        {(control) => (
          <Select
            {...control}
            options={languages.map((value) => ({ value, name: say(`clients.languages.${value}`) }))}
            value={values.language}
            onChange={(value) => value && set('language')(value)}
          />
        )}
      </Field>
      <Field label={say('clients.fields.zone')} hint={say('clients.fields.zoneHint')} error={errors.zone}>
        {(control) => (
          <Select
            {...control}
            options={zoneChoices(...zones, values.zone).map((value) => ({ value, name: zoneName(value, language) }))}
            value={values.zone}
            onChange={(value) => value && set('zone')(value)}
          />
        )}
      </Field>
    </fieldset>
  );
}
