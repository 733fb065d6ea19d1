import type { FieldErrors } from '../../browser/http/field-errors';

/** Errors by the path of their field: `subscriber.city`. Those of rows in a list have no field in such a form. */
export function flatErrors(errors: FieldErrors, below = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([field, error]) => {
      if (typeof error === 'string') return [[`${below}${field}`, error]];
      return Array.isArray(error) ? [] : Object.entries(flatErrors(error, `${below}${field}.`));
    }),
  );
}
