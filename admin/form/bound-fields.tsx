import { useState } from 'react';
import { CheckBox, Switch } from '../design/checkbox';
import { Field } from '../design/field';
import { type Option, Select } from '../design/select';
import { DateInput, TextArea, TextInput, type TextInputProps } from '../design/text-input';
import { TimeInput } from '../design/time-input';
import { useWords } from '../words';
import { type BoundProps, useBoundField } from './use-bound-field';

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

interface BoundTextProps extends BoundProps, Pick<TextInputProps, 'type' | 'autoComplete' | 'inputMode'> {
  /** Several lines. */
  readonly long?: boolean;
}

export function BoundText({ source, validate, label, hint, optional, long, ...rest }: BoundTextProps) {
  const { value, error, required, ...bound } = useBoundField({ source, ...(validate && { validate }) });
  return (
    <Field label={label} hint={hint} optional={optional} error={error} required={required}>
      {(control) =>
        long ? (
          <TextArea {...control} {...bound} disabled={rest.disabled} value={asText(value)} />
        ) : (
          <TextInput {...control} {...bound} {...rest} value={asText(value)} />
        )
      }
    </Field>
  );
}

interface BoundSelectProps extends BoundProps {
  readonly options: readonly Option[];
  readonly none?: string;
}

export function BoundSelect({ source, validate, label, hint, optional, ...rest }: BoundSelectProps) {
  const { value, error, required, ...bound } = useBoundField({ source, ...(validate && { validate }) });
  return (
    <Field label={label} hint={hint} optional={optional} error={error} required={required}>
      {(control) => <Select {...control} {...bound} {...rest} value={asText(value) || undefined} />}
    </Field>
  );
}

interface BoundDateProps extends BoundProps {
  readonly min?: string;
  readonly max?: string;
}

/** A day on the calendar, `2026-12-01`. */
export function BoundDate({ source, validate, label, hint, optional, ...rest }: BoundDateProps) {
  const { value, error, required, ...bound } = useBoundField({ source, ...(validate && { validate }) });
  return (
    <Field label={label} hint={hint} optional={optional} error={error} required={required}>
      {(control) => <DateInput {...control} {...bound} {...rest} value={asText(value)} />}
    </Field>
  );
}

/** Wall time, `14:30`. */
export function BoundTime({ source, validate, label, hint, optional, disabled = false }: BoundProps) {
  const say = useWords();
  const [misread, setMisread] = useState(false);
  const { value, error, required, onChange } = useBoundField({ source, ...(validate && { validate }) });
  const wrong = misread ? say('fields.not_a_time') : error;
  return (
    <Field label={label} hint={hint} optional={optional} error={wrong} required={required}>
      {(control) => (
        <TimeInput
          {...control}
          value={asText(value)}
          onChange={onChange}
          onMisread={(text) => setMisread(text !== undefined)}
          disabled={disabled}
        />
      )}
    </Field>
  );
}

export function BoundCheckBox({ source, label, disabled = false }: BoundProps) {
  const { value, onChange, onBlur, name } = useBoundField({ source });
  return <CheckBox {...{ name, onBlur, onChange, label, disabled }} checked={value === true} />;
}

export function BoundSwitch({ source, label, disabled = false }: BoundProps) {
  const { value, onChange, onBlur, name } = useBoundField({ source });
  return <Switch {...{ name, onBlur, onChange, label, disabled }} checked={value === true} />;
}
