import type { FileSegmentsView } from '../../api/claims/claim.contract';

/** A piece of a segment: its name, an element, or a component of one. Where nothing stands is no piece. */
export interface Piece {
  /** `NM1`, `CLM02`, `CLM05_3`: what it is called in the words (`messages/<language>/x12.ts`). */
  readonly code: string;
  readonly text: string;
  /** By it files and answers find each other; it says nothing of the client. */
  readonly control: boolean;
  /** Which separator stands before it; before the name stands none. */
  readonly after: 'name' | 'element' | 'component';
  /** How many more of these, because nothing stands between them. */
  readonly skips: number;
}

export interface ExplainedSegment {
  readonly offset: number;
  /** `NM1_IL`: an NM1 about the insured person. */
  readonly code: string;
  readonly name: string;
  /** The name first. */
  readonly pieces: readonly Piece[];
}

/** Which element says what a segment is about. */
const qualifiers: Readonly<Record<string, number>> = {
  NM1: 1,
  REF: 1,
  DTP: 1,
  DTM: 1,
  HL: 3,
  AMT: 1,
  PRV: 1,
  CAS: 1,
  TRN: 1,
};

const controlElements: ReadonlySet<string> = new Set(
  'HL01 HL02 HL04 LX01 CLM01 CLP01 CLP07 TRN02 AK102 AK202 AK902 AK903 AK904 IK302 TA101 TA102 TA103'.split(' '),
);
/** Numbers of the claim and of its lines; an authorization is none of them. */
const controlReferences: ReadonlySet<string> = new Set(['6R', 'F8', 'D9', '1K']);

/** Takes segments apart, so that each piece can be told what it is. */
export function explain({
  segments,
  element,
  component,
}: Omit<FileSegmentsView, 'clientId'>): readonly ExplainedSegment[] {
  return segments.map(({ name, text, offset }) => {
    const elements = text.split(element).slice(1);
    const qualifier = elements[(qualifiers[name] ?? 0) - 1];
    const pieces: Piece[] = [{ code: name, text: name, control: false, after: 'name', skips: 0 }];
    let skips = 0;
    for (const [index, value] of elements.entries()) {
      const found = piecesOf({ name, number: index + 1, qualifier }, value.split(component), skips);
      pieces.push(...found);
      skips = found.length === 0 ? skips + 1 : 0;
    }
    return { offset, code: qualifier ? `${name}_${qualifier}` : name, name, pieces };
  });
}

interface ElementPlace {
  readonly name: string;
  readonly number: number;
  readonly qualifier: string | undefined;
}

function piecesOf({ name, number, qualifier }: ElementPlace, parts: readonly string[], skipped: number): Piece[] {
  const code = `${name}${String(number).padStart(2, '0')}`;
  const isReference = name === 'REF' && number === 2 && controlReferences.has(qualifier ?? '');
  const control = isReference || controlElements.has(code);
  const pieces: Piece[] = [];
  let skips = 0;
  for (const [index, text] of parts.entries()) {
    const isFirst = pieces.length === 0;
    if (text === '') skips += 1;
    else {
      pieces.push({
        code: parts.length === 1 ? code : `${code}_${String(index + 1)}`,
        text,
        control,
        after: isFirst ? 'element' : 'component',
        skips: isFirst ? skipped : skips,
      });
      skips = 0;
    }
  }
  return pieces;
}

/** The codes under which a piece's words may stand, the most exact first: `HI02_2`, then `HI_2`, then `HI`. */
export function wordCodes(code: string): readonly string[] {
  const [, segment = '', part] = /^([A-Z][A-Z0-9]{1,2})\d\d(?:_(\d+))?$/.exec(code) ?? [];
  if (segment === '') return [code];
  return [code, ...(part === undefined ? [] : [`${segment}_${part}`]), segment];
}
