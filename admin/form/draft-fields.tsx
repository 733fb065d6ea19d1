import { useSharedWords } from '../../browser/speech';
import { Field } from '../design/field';
import { MoneyInput } from '../design/money-input';
import { type Option, Select } from '../design/select';
import { DateInput, TextInput, type TextInputProps } from '../design/text-input';
import { TimeInput } from '../design/time-input';
import { isMisread, misread } from './misread';
import { centsOfText, textOfCents } from './typed-cents';
import type { Draft } from './use-draft';

/** A draft all of whose fields are texts. */
export type TextDraft<Name extends string> = Pick<Draft<Readonly<Record<Name, string>>>, 'values' | 'set' | 'errors'>;

interface DraftFieldProps<Name extends string> {
  readonly draft: TextDraft<Name>;
  readonly field: Name;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  /** Says that it may stay empty. */
  readonly optional?: boolean;
  /** The first field that has the focus. */
  readonly first?: boolean;
}

const partsOf = <Name extends string>({
  draft,
  field,
  label,
  hint,
  required,
  optional,
  first,
}: DraftFieldProps<Name>) => ({
  texts: { label, hint, required, optional, error: draft.errors[field] },
  value: draft.values[field],
  change: draft.set(field),
  /** While it is misread it holds neither what was typed nor what was there before. */
  onMisread: (text: string | undefined) => {
    if (text !== undefined) draft.set(field)(misread);
    else if (isMisread(draft.values[field])) draft.set(field)('');
  },
  /** Attributes of the control. */
  focus: first ? { 'data-first': true } : {},
});

interface DraftTextProps<Name extends string>
  extends DraftFieldProps<Name>, Pick<TextInputProps, 'type' | 'inputMode' | 'maxLength'> {}

export function DraftText<Name extends string>(props: DraftTextProps<Name>) {
  const { texts, value, change, focus } = partsOf(props);
  const { type, inputMode, maxLength } = props;
  return (
    <Field {...texts}>
      {(control) => (
        <TextInput
          {...control}
          {...focus}
          {...(type && { type })}
          {...(inputMode && { inputMode })}
          {...(maxLength !== undefined && { maxLength })}
          autoComplete="off"
          value={value}
          onChange={change}
        />
      )}
    </Field>
  );
}

export function DraftDate<Name extends string>(
  props: DraftFieldProps<Name> & { readonly min?: string; readonly max?: string },
) {
  const { texts, value, change, focus } = partsOf(props);
  return (
    <Field {...texts}>
      {(control) => (
        <DateInput
          {...control}
          {...focus}
          {...(props.min !== undefined && { min: props.min })}
          {...(props.max !== undefined && { max: props.max })}
          value={value}
          onChange={change}
        />
      )}
    </Field>
  );
}

export function DraftSelect<Name extends string>(
  props: DraftFieldProps<Name> & { readonly options: readonly Option[]; readonly none?: string },
) {
  const { texts, value, change, focus } = partsOf(props);
  return (
    <Field {...texts}>
      {(control) => (
        <Select
          {...control}
          {...focus}
          {...(props.none !== undefined && { none: props.none })}
          options={props.options}
          value={value === '' ? undefined : value}
          onChange={(chosen) => change(chosen ?? '')}
        />
      )}
    </Field>
  );
}

/** An amount, held as the digits of its cents. */
export function DraftMoney<Name extends string>(props: DraftFieldProps<Name>) {
  const say = useSharedWords();
  const { texts, value, change, onMisread, focus } = partsOf(props);
  const error = isMisread(value) ? say('fields.not_money') : texts.error;
  return (
    <Field {...texts} error={error}>
      {(control) => (
        <MoneyInput
          {...control}
          {...focus}
          value={isMisread(value) ? undefined : (centsOfText(value) ?? undefined)}
          onChange={(cents) => change(textOfCents(cents))}
          onMisread={onMisread}
        />
      )}
    </Field>
  );
}

/** A wall time, `14:30`. */
export function DraftTime<Name extends string>(props: DraftFieldProps<Name>) {
  const say = useSharedWords();
  const { texts, value, change, onMisread, focus } = partsOf(props);
  const error = isMisread(value) ? say('fields.not_a_time') : texts.error;
  return (
    <Field {...texts} error={error}>
      {(control) => (
        <TimeInput
          {...control}
          {...focus}
          value={isMisread(value) ? '' : value}
          onChange={change}
          onMisread={onMisread}
        />
      )}
    </Field>
  );
}
