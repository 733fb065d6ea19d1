import type { FieldFault } from './problem';

/** Errors by field, nested as the form's values are: `{ lines: [undefined, { amount: 'Write an amount' }] }`. */
export interface FieldErrors {
  [field: string]: string | FieldErrors | (FieldErrors | undefined)[];
}

/** Puts the faults of an answer where a form looks for them. `words` says one fault. A fault of the whole (pointer "") is under `root`. */
export function fieldErrors(faults: readonly FieldFault[], words: (fault: FieldFault) => string): FieldErrors {
  const errors: FieldErrors = {};
  for (const fault of faults) put(errors, partsOf(fault.pointer), words(fault));
  return errors;
}

/** `/lines/1/amount` as `lines.1.amount`, the name that the form's field has. */
export const fieldName = (pointer: string): string => partsOf(pointer).join('.');

/** `~1` stands for a slash and `~0` for a tilde (RFC 6901 §3). */
function partsOf(pointer: string): readonly string[] {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return parts.length === 0 ? ['root'] : parts;
}

const unsafe = new Set(['__proto__', 'constructor', 'prototype']);

function put(errors: FieldErrors, [part = 'root', ...rest]: readonly string[], text: string): void {
  if (unsafe.has(part)) return;
  if (rest.length === 0) {
    errors[part] ??= text; // the first fault of a field is the one to mend first
    return;
  }
  const below = errors[part] ?? (/^\d+$/.test(rest[0] ?? '') ? [] : {});
  if (typeof below === 'string') return;
  errors[part] = below;
  put(below as FieldErrors, rest, text);
}
