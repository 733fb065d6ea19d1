import { useState } from 'react';

export type DraftErrors<T> = Readonly<Partial<Record<keyof T, string | undefined>>>;

export interface Draft<T> {
  readonly values: T;
  /** How a field of the draft is changed; its error goes with the first change. */
  readonly set: <Field extends keyof T>(field: Field) => (value: T[Field]) => void;
  readonly errors: DraftErrors<T>;
  readonly setErrors: (errors: DraftErrors<T>) => void;
  /** Begins again from these values. */
  readonly reset: (values: T) => void;
}

/** What someone types into a dialog: it lives in memory alone, and as long as the dialog. */
export function useDraft<T extends object>(initial: T): Draft<T> {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<DraftErrors<T>>(noErrors<T>);
  return {
    values,
    errors,
    setErrors,
    set: (field) => (value) => {
      setValues((now) => ({ ...now, [field]: value }));
      setErrors((now) => (now[field] === undefined ? now : { ...now, [field]: undefined }));
    },
    reset: (next) => {
      setValues(next);
      setErrors(noErrors<T>());
    },
  };
}

const noErrors = <T>(): DraftErrors<T> => ({}) as DraftErrors<T>;
