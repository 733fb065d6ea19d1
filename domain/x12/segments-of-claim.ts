import { type Delimiters, longestIsa, readIsa } from './delimiters';
import { segmentCutter } from './segment-cutter';
import type { Chunks } from './x12-reader';

/** A segment as it stands in a file, without its terminator. */
export interface PlacedSegment {
  readonly name: string;
  readonly text: string;
  /** Byte in the file at which it begins. */
  readonly offset: number;
}

/**
 * What ends the part of a file that begins with a segment: a claim of an 835 (CLP) the next one, its block, the adjustments of the
 * provider, the transaction; a level of a 277CA (HL) the next one, the transaction.
 */
const endsOf = {
  CLP: new Set(['CLP', 'LX', 'TS3', 'TS2', 'PLB', 'SE', 'GE', 'IEA', 'ISA']),
  HL: new Set(['HL', 'SE', 'GE', 'IEA', 'ISA']),
} as const satisfies Readonly<Record<string, ReadonlySet<string>>>;

/** So many are answered at once; whoever gets as many asks again from the last of them. */
export const mostSegments = 2000;
/** An ISA stands at the very beginning, behind a few blanks at most. */
const headBytes = 512;

/** Bytes of a file; both ends count. */
export type OpenFile = (from: number, to?: number) => Promise<Chunks>;

/** How a file begins: its first ISA as it is written, and the delimiters that this sets. */
export interface FileHead {
  readonly isa: string;
  readonly delimiters: Delimiters;
}

/** The head of a file; undefined: it is no X12. */
export const headOf = async (open: OpenFile): Promise<FileHead | undefined> => headIn(await open(0, headBytes - 1));

/** The same, where the first bytes are there already. */
export async function headIn(bytes: Chunks): Promise<FileHead | undefined> {
  const head = (await bytesOf(bytes)).toString('latin1', 0, headBytes);
  const at = head.indexOf('ISA');
  const isa = at < 0 ? undefined : readIsa(head.slice(at, at + longestIsa));
  return isa && { isa: head.slice(at, at + isa.terminatorAt + 1), delimiters: isa.delimiters };
}

/**
 * The segments of one part of a file, of which it is known where it begins: a claim of an 835, a level of a 277CA. The file is asked
 * for little more than these bytes; only where it holds interchanges of several kinds is it read from its beginning.
 * @param until where it ends (not counted), if that is known
 */
export async function segmentsOfPart(
  open: OpenFile,
  begins: keyof typeof endsOf,
  { from, until }: { readonly from: number; readonly until?: number | null },
): Promise<readonly PlacedSegment[]> {
  const isEnd = ({ name }: PlacedSegment): boolean => endsOf[begins].has(name);
  const head = await headOf(open);
  if (head !== undefined) {
    const bytes = await open(from, until ? until - 1 : undefined);
    const found = await cut(head.isa, from - head.isa.length, bytes, from, isEnd);
    if (found[0]?.name === begins) return found;
  }
  return cut('', 0, await open(0), from, isEnd);
}

/** The segments that stand between two bytes, the second one not counted, in a file of one interchange: ours. */
export async function segmentsBetween(open: OpenFile, from: number, until: number): Promise<readonly PlacedSegment[]> {
  const head = await headOf(open);
  return head ? segmentsIn(head, await open(from, until - 1), from) : [];
}

/** The segments of bytes that stand in a file from a byte on. */
export const segmentsIn = ({ isa }: FileHead, bytes: Chunks, from: number): Promise<readonly PlacedSegment[]> =>
  cut(isa, from - isa.length, bytes, from, () => false);

/**
 * Segments from a byte on, up to the first that ends them.
 * @param ahead an ISA to read before the bytes, so that their delimiters are known; `base`: what its bytes put offsets out by
 */
async function cut(
  ahead: string,
  base: number,
  bytes: Chunks,
  from: number,
  isEnd: (segment: PlacedSegment) => boolean,
): Promise<readonly PlacedSegment[]> {
  const found: PlacedSegment[] = [];
  let ended = false;
  const cutter = segmentCutter({
    segment: ({ name, text, offset }) => {
      const at = offset + base;
      if (ended || at < from) return;
      const placed = { name, text, offset: at };
      ended = (found.length > 0 && isEnd(placed)) || found.length >= mostSegments;
      if (!ended) found.push(placed);
    },
    fault: () => undefined,
  });
  if (ahead !== '') cutter.push(Buffer.from(ahead, 'latin1'));
  for await (const chunk of bytes) {
    cutter.push(chunk);
    if (ended) return found;
  }
  cutter.end();
  return found;
}

async function bytesOf(bytes: Chunks): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}
