/** One code of the public ICD-10-CM order file. */
export interface Icd10Code {
  /** With its dot, as clinicians write it: `F41.1`. */
  readonly code: string;
  /** False: a heading, which no claim may carry. */
  readonly billable: boolean;
  readonly title: string;
}

/**
 * Reads a line of the order file that CMS publishes each year (`icd10cm-order-YYYY.txt`): columns 7–13 code, 15 whether a claim
 * may carry it, 78 and on the long title. Undefined: no such line.
 */
export function icd10Line(line: string): Icd10Code | undefined {
  const match = /^\d{5} (.{7}) ([01]) (.*)$/.exec(line.trimEnd());
  const [, padded = '', flag, titles = ''] = match ?? [];
  const code = padded.trimEnd();
  if (!/^[A-Z]\d[0-9A-Z]{1,5}$/.test(code)) return undefined;
  const title = (titles.slice(61).trim() || titles.slice(0, 60).trim()).slice(0, 300);
  if (title === '') return undefined;
  return { code: code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code, billable: flag === '1', title };
}
