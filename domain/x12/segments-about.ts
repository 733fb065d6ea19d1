import { component, element, type Segment } from './segment';
import { segmentCutter } from './segment-cutter';
import { mostSegments, type PlacedSegment } from './segments-of-claim';
import type { Chunks } from './x12-reader';

/** What an answer names a claim by. */
export interface Named {
  /** CLM01. */
  readonly controlNumber: string;
  /** ST02 of the transaction in which it went, as a 999 names it. */
  readonly transaction: string | undefined;
}

/** Takes the segments of a file one after the other, and gives those to keep. Memory: what may still prove to be about the claim. */
type Sieve = (segment: Segment) => readonly Segment[];

/**
 * The segments of an answer that are about one claim, and nothing that is about others: of a 277CA its patient's level, of a 999
 * its transaction with the errors that name it, of a TA1 the answer itself. The file is read through, however large it is, and
 * never held.
 */
export async function segmentsAbout(kind: string, bytes: Chunks, named: Named): Promise<readonly PlacedSegment[]> {
  const sieve = sieves[kind]?.(named);
  const found: PlacedSegment[] = [];
  if (!sieve) return found;
  const cutter = segmentCutter({
    segment: (segment) => {
      for (const { name, text, offset } of sieve(segment)) found.push({ name, text, offset });
    },
    fault: () => undefined,
  });
  for await (const chunk of bytes) {
    cutter.push(chunk);
    if (found.length >= mostSegments) return found.slice(0, mostSegments);
  }
  cutter.end();
  return found;
}

const sieves: Readonly<Record<string, (named: Named) => Sieve>> = {
  TA1: () => (segment) => (segment.name === 'TA1' ? [segment] : []),
  '277CA': ofLevel,
  '999': ofTransaction,
};

/** A level goes from its HL to the next, or to the end of the transaction: kept from the TRN on that names the claim. */
function ofLevel({ controlNumber }: Named): Sieve {
  let level: Segment[] | undefined;
  let own = false;
  return (segment) => {
    if (segment.name === 'HL' || segment.name === 'SE') {
      own = false;
      level = segment.name === 'HL' ? [segment] : undefined; // what follows an SE is of no claim
      return [];
    }
    if (!level) return [];
    if (own) return [segment];
    level.push(segment);
    own = segment.name === 'TRN' && element(segment, 1) === '2' && element(segment, 2) === controlNumber;
    return own ? level : [];
  };
}

const ofErrors: ReadonlySet<string> = new Set(['IK3', 'IK4', 'CTX']);

/** AK1, then AK2 to IK5 of its transaction with those errors alone that name the claim (an IK4 may repeat somebody's data), then AK9. */
function ofTransaction({ controlNumber, transaction }: Named): Sieve {
  let own = false;
  let error: Segment[] = [];
  const closedError = (): readonly Segment[] => {
    const closed = error;
    error = [];
    return closed.some((one) => names(one, controlNumber)) ? closed : [];
  };
  return (segment) => {
    const { name } = segment;
    if (name === 'AK1' || name === 'AK9') return [segment];
    if (name === 'AK2') own = transaction === undefined || element(segment, 2) === transaction;
    if (!own) return [];
    if (name === 'AK2') return [segment];
    const closed = name === 'IK3' || name === 'IK5' ? closedError() : [];
    if (ofErrors.has(name)) error.push(segment);
    if (name !== 'IK5') return closed;
    own = false;
    return [...closed, segment];
  };
}

const names = (segment: Segment, controlNumber: string): boolean =>
  segment.name === 'CTX' && component(segment, 1, 1) === 'CLM01' && component(segment, 1, 2) === controlNumber;
