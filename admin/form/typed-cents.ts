/** An amount in a form whose fields are all texts: whole cents as digits, '' for none. */
export const textOfCents = (cents: number | null | undefined): string =>
  cents === null || cents === undefined ? '' : String(cents);

/** Null for none. Ask `isMisread` first (`form/misread.ts`). */
export const centsOfText = (text: string): number | null => (text === '' ? null : Number(text));
