/** An amount in a form whose fields are all texts: whole cents as digits, '' for none. */
export const misreadCents = 'misread';

export const textOfCents = (cents: number | null | undefined): string =>
  cents === null || cents === undefined ? '' : String(cents);

/** Null for none. Ask `isMisread` first. */
export const centsOfText = (text: string): number | null => (text === '' ? null : Number(text));

/** What was typed is no amount. */
export const isMisread = (text: string): boolean => text === misreadCents;
