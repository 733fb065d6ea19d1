import { type Validator, useInput, useTranslate } from 'react-admin';

export interface BoundProps {
  /** The field of the record: `reason`, `lines.0.amount`. */
  readonly source: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly validate?: Validator | Validator[];
  readonly disabled?: boolean;
}

export interface BoundField {
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onBlur: () => void;
  readonly name: string;
  readonly required: boolean;
  /** In words; shown once the field was left or the form was sent. */
  readonly error: string | undefined;
}

/** Binds one of our fields to the form around it (react-admin's `Form`). */
export function useBoundField({ source, validate }: Pick<BoundProps, 'source' | 'validate'>): BoundField {
  const translate = useTranslate();
  const { field, fieldState, formState, isRequired } = useInput({ source, ...(validate && { validate }) });
  const told = fieldState.isTouched || formState.isSubmitted;
  const message = fieldState.error?.message ?? fieldState.error?.root?.message;
  return {
    value: field.value as unknown,
    onChange: (value) => field.onChange(value),
    onBlur: () => field.onBlur(),
    name: field.name,
    required: isRequired,
    error: told && message ? errorText(message, translate) : undefined,
  };
}

const packed = '@@react-admin@@';

/** react-admin's validators pack a code and its parameters into one text; the server's errors are in words already. */
export function errorText(message: string, translate: (code: string, params?: object) => string): string {
  if (!message.startsWith(packed)) return translate(message, { _: message });
  const inside = JSON.parse(message.slice(packed.length)) as string | { message: string; args?: object };
  return typeof inside === 'string' ? translate(inside, { _: inside }) : translate(inside.message, inside.args);
}
