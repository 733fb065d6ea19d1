import type { Delimiters } from './delimiters';
import type { PlacedSegment } from './segments-of-claim';

/** What an answer names a claim by. */
export interface Named {
  /** CLM01. */
  readonly controlNumber: string;
  /** ST02 of the transaction in which it went, as a 999 names it. */
  readonly transaction: string | undefined;
}

type Elements = (segment: PlacedSegment) => readonly string[];

/**
 * The segments of an answer that are about one claim, and nothing that is about others: of a 277CA its patient's level, of a 999
 * its transaction with the errors that name it, of a TA1 the answer itself.
 */
export function segmentsAbout(
  kind: string,
  segments: readonly PlacedSegment[],
  named: Named,
  { element }: Pick<Delimiters, 'element'>,
): readonly PlacedSegment[] {
  const elements: Elements = ({ text }) => text.split(element).slice(1);
  if (kind === 'TA1') return segments.filter(({ name }) => name === 'TA1');
  if (kind === '999') return ofTransaction(segments, named, elements);
  if (kind === '277CA')
    return levels(segments)
      .filter((level) => names(level, named, elements))
      .flat();
  return [];
}

/** A level goes from its HL to the next, or to the end of the transaction. */
function levels(segments: readonly PlacedSegment[]): PlacedSegment[][] {
  const found: PlacedSegment[][] = [];
  for (const segment of segments) {
    if (segment.name === 'HL') found.push([]);
    if (segment.name === 'SE') found.push([]); // what follows is of no claim
    found.at(-1)?.push(segment);
  }
  return found;
}

const names = (level: readonly PlacedSegment[], { controlNumber }: Named, elements: Elements): boolean =>
  level.some(
    (segment) => segment.name === 'TRN' && elements(segment)[0] === '2' && elements(segment)[1] === controlNumber,
  );

/** AK1, then AK2 to IK5 of its transaction with those errors alone that name the claim (an IK4 may repeat somebody's data), then AK9. */
function ofTransaction(segments: readonly PlacedSegment[], named: Named, elements: Elements): PlacedSegment[] {
  const found: PlacedSegment[] = [];
  let own = false;
  let error: PlacedSegment[] = [];
  const closeError = () => {
    const claims = error.flatMap((one) => (one.name === 'CTX' ? (/CLM01\W(.+)$/.exec(one.text)?.[1] ?? []) : []));
    if (claims.includes(named.controlNumber)) found.push(...error);
    error = [];
  };
  for (const segment of segments) {
    const { name } = segment;
    if (name === 'AK1' || name === 'AK9') found.push(segment);
    if (name === 'AK2') own = named.transaction === undefined || elements(segment)[1] === named.transaction;
    if (!own) continue;
    if (name === 'IK3' || name === 'IK5') closeError();
    if (name === 'AK2' || name === 'IK5') found.push(segment);
    if (['IK3', 'IK4', 'CTX'].includes(name)) error.push(segment);
    if (name === 'IK5') own = false;
  }
  return found;
}
