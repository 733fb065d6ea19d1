import type { RemittanceClaim } from '../x12/remittance';

/** Where in a file a payer says something: the segment and the byte at which it begins. */
export interface Place {
  readonly segment: 'CAS' | 'SVC' | 'CLP';
  readonly offset: number;
}

/**
 * Where a payer's adjustment stands in the file: the CAS of the line, of any line, of the claim; else its claim. What was read
 * before readers noted the byte of each CAS is found by its line.
 */
export function whereSaid(
  said: RemittanceClaim,
  adjustment: { readonly lineControl: string | null; readonly reason: string; readonly cents: number },
): Place {
  const own = said.lines.filter((line) => line.lineControlNumber === adjustment.lineControl);
  for (const part of [...own, ...said.lines, said])
    for (const one of part.adjustments)
      if (`${one.group}-${one.reason}` === adjustment.reason && one.amount === adjustment.cents) {
        if (one.offset !== undefined) return { segment: 'CAS', offset: one.offset };
        return { segment: part === said ? 'CLP' : 'SVC', offset: part.offset };
      }
  return { segment: 'CLP', offset: said.offset };
}
