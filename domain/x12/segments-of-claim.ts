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

/** What ends a claim of an 835: the next one, its block, the adjustments of the provider, the transaction. */
const after: ReadonlySet<string> = new Set(['CLP', 'LX', 'TS3', 'TS2', 'PLB', 'SE', 'GE', 'IEA', 'ISA']);
/** So many are answered at once; whoever gets as many asks again from the last of them. */
export const mostSegments = 2000;
/** An ISA stands at the very beginning, behind a few blanks at most. */
const headBytes = 512;

/** Bytes of a file; both ends count. */
export type OpenFile = (from: number, to?: number) => Promise<Chunks>;

/**
 * The segments of one claim of an 835, of which it is known where it begins. The file is asked for little more than these bytes;
 * only where it holds interchanges of several kinds is it read from its beginning.
 */
export async function segmentsOfClaim(open: OpenFile, offset: number): Promise<readonly PlacedSegment[]> {
  const isa = isaIn(await textOf(await open(0, headBytes - 1)));
  if (isa !== undefined) {
    const found = await cut(isa, offset - isa.length, await open(offset), offset, beginsAnother);
    if (found[0]?.name === 'CLP') return found;
  }
  return cut('', 0, await open(0), offset, beginsAnother);
}

const beginsAnother = ({ name }: PlacedSegment): boolean => after.has(name);

/** The segments that stand between two bytes, the second one not counted, in a file of one interchange: ours. */
export async function segmentsBetween(open: OpenFile, from: number, until: number): Promise<readonly PlacedSegment[]> {
  const isa = isaIn(await textOf(await open(0, headBytes - 1)));
  if (isa === undefined) return [];
  return cut(isa, from - isa.length, await open(from, until - 1), from, ({ offset }) => offset >= until);
}

/** The delimiters of a file, by its first interchange; undefined: it has none. */
export async function delimitersOf(open: OpenFile): Promise<Delimiters | undefined> {
  const head = await textOf(await open(0, headBytes - 1));
  const at = head.indexOf('ISA');
  return at < 0 ? undefined : readIsa(head.slice(at, at + longestIsa))?.delimiters;
}

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

function isaIn(head: string): string | undefined {
  const at = head.indexOf('ISA');
  const isa = at < 0 ? undefined : readIsa(head.slice(at, at + longestIsa));
  return isa && head.slice(at, at + isa.terminatorAt + 1);
}

async function textOf(bytes: Chunks): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString('latin1');
}
