/** Reads an amount of dollars as people type it: `25`, `25.5`, `$1,234.50`. Answers whole cents, or undefined when it is none. Exact: no fractions of a dollar are computed. */
export function parseMoney(text: string): number | undefined {
  const match = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{0,2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, whole = '', part = ''] = match;
  if (whole === '' && part === '') return undefined;
  const cents = Number(`${whole.replaceAll(',', '')}${part.padEnd(2, '0')}`);
  return Number.isSafeInteger(cents) ? cents : undefined;
}
