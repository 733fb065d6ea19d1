declare const cents: unique symbol;

/** A whole number of US cents. Never a fraction, never a float of dollars. */
export type Cents = number & { readonly [cents]: true };

/** @throws RangeError when `value` is no safe whole number. */
export function centsOf(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError('cents must be a whole number');
  return value as Cents;
}

export const noCents = centsOf(0);

export function sumOf(amounts: Iterable<Cents>): Cents {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return centsOf(sum);
}

/** `-1234` as `-12.34`: exact, for files and for people alike. */
export function decimalOf(amount: Cents): string {
  const digits = Math.abs(amount).toString().padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Reads `12`, `12.3`, `-12.34`, `.5`; answers undefined for anything else, so that the caller can name the field. */
export function centsFromDecimal(text: string): Cents | undefined {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', part = ''] = match;
  if (whole === '' && part === '') return undefined;
  if (/[1-9]/.test(part.slice(2))) return undefined;
  const value = Number(whole || '0') * 100 + Number(part.slice(0, 2).padEnd(2, '0'));
  return Number.isSafeInteger(value) ? centsOf(sign === '-' && value !== 0 ? -value : value) : undefined;
}

/** The other sign; never minus zero. */
export const negated = (amount: Cents): Cents => centsOf(0 - amount);
