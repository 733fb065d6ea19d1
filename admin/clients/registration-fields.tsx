import { useId } from 'react';
import { CheckBox } from '../design/checkbox';
import { Field, FieldNotes } from '../design/field';
import { TextInput } from '../design/text-input';
import type { Draft } from '../form/use-draft';
import { useWords } from '../words';
import { PersonFields } from './person-fields';
import { type Channel, type RegistrationValues, channels } from './registration';
import './clients.css';

interface RegistrationFieldsProps {
  readonly draft: Draft<RegistrationValues>;
  readonly practiceZone: string;
}

/** Who it is, how to reach, and what the client agreed to get. */
export function RegistrationFields({ draft, practiceZone }: RegistrationFieldsProps) {
  const say = useWords();
  const { values, set, errors } = draft;
  return (
    <div className="client-form">
      <PersonFields draft={draft} zones={[practiceZone]} />
      <fieldset className="client-form-part">
        <legend>{say('clients.registering.reach')}</legend>
        <Field label={say('clients.fields.phone')} optional error={errors.phone}>
          {(control) => (
            <TextInput {...control} type="tel" autoComplete="off" value={values.phone} onChange={set('phone')} />
          )}
        </Field>
        <Field label={say('clients.fields.email')} optional error={errors.email}>
          {(control) => (
            <TextInput {...control} type="email" autoComplete="off" value={values.email} onChange={set('email')} />
          )}
        </Field>
        <div className="client-form-whole">
          <CheckBox
            label={say('clients.fields.leaveMessage')}
            checked={values.leaveMessage}
            onChange={set('leaveMessage')}
          />
        </div>
      </fieldset>
      <Consents values={values.consents} error={errors.consents} onChange={set('consents')} />
    </div>
  );
}

interface ConsentsProps {
  readonly values: readonly Channel[];
  readonly error: string | undefined;
  readonly onChange: (values: readonly Channel[]) => void;
}

function Consents({ values, error, onChange }: ConsentsProps) {
  const say = useWords();
  const id = useId();
  const change = (channel: Channel, on: boolean) =>
    onChange(channels.filter((one) => (one === channel ? on : values.includes(one))));
  return (
    <fieldset className="client-form-part" aria-describedby={`${id}-hint${error === undefined ? '' : ` ${id}-error`}`}>
      <legend>{say('clients.fields.consents')}</legend>
      <div className="client-form-whole row wrap">
        {channels.map((channel) => (
          <CheckBox
            key={channel}
            label={say(`clients.consents.${channel}`)}
            checked={values.includes(channel)}
            onChange={(on) => change(channel, on)}
            {...(error !== undefined && { 'aria-invalid': true })}
          />
        ))}
      </div>
      <div className="client-form-whole">
        <FieldNotes id={id} hint={say('clients.fields.consentsHint')} error={error} />
      </div>
    </fieldset>
  );
}
