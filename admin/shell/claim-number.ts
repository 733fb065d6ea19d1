/** A letter and then digits, dashes between them or not: the beginning of a claim's number, and of no name, phone or date. */
const beginning = /^[a-z]-?\d[\d-]*$/i;

/** What someone typed, as the beginning of a claim's number; undefined where it is none. */
export const claimNumberIn = (text: string): string | undefined =>
  beginning.test(text.trim()) ? text.trim().replaceAll('-', '').toUpperCase() : undefined;
