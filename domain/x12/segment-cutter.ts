import { isAscii, isUtf8 } from 'node:buffer';
import { type Delimiters, type IsaReading, longestIsa, readIsa } from './delimiters';
import type { Fault, FaultCode } from './fault';
import type { Segment } from './segment';
import { type Tokenizer, tokenizerOf } from './tokenizer';

/** Takes a file piece by piece, however it is cut. */
export interface ChunkReader {
  push(chunk: Uint8Array): void;
  end(): void;
}

export interface SegmentSink {
  /** Segments in file order; an ISA carries the delimiters of all that follow it. */
  segment(segment: Segment): void;
  fault(fault: Fault): void;
}

interface Current {
  readonly delimiters: Delimiters;
  readonly tokenize: Tokenizer;
}

/** No segment of these transactions comes near this; without a bound a file without terminators would fill the memory. */
const longestSegment = 1 << 20;
const byteOrderMark = '\xef\xbb\xbf';

/**
 * Cuts bytes into segments, each with its offset. Splitting a segment is x12-parser's part; finding interchanges, their
 * delimiters and the ends of segments is done here: its stream takes the delimiters of the first chunk for the whole
 * file and says nothing of offsets (README.md lists its defects and the figures).
 *
 * Text is kept as latin1, one character a byte, so that an index is an offset; a segment with other bytes is read as
 * UTF-8 where it is valid UTF-8.
 */
export function segmentCutter(sink: SegmentSink): ChunkReader {
  let text = '';
  let at = 0;
  let base = 0;
  let ascii = true;
  /** The interchange that is open: one tokenizer for each. */
  let current: Current | undefined;
  let interchanges = 0;
  let junk = false;

  const isBlank = (index: number): boolean => text.charCodeAt(index) <= 0x20;
  const fault = (code: FaultCode, segment: string, index: number, message: string): void =>
    sink.fault({ code, segment, offset: base + index, message });

  function push(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    ascii = isAscii(bytes) && (ascii || at === text.length);
    text = text.slice(at) + bytes.toString('latin1');
    base += at;
    at = 0;
    cut(false);
  }

  function cut(ended: boolean): void {
    while (current ? cutSegment(current, ended) : findIsa(ended));
  }

  /** Answers whether there is more to cut. */
  function cutSegment(by: Current, ended: boolean): boolean {
    while (isBlank(at)) at += 1;
    if (text.startsWith('ISA', at)) {
      current = undefined; // the interchange before it was never closed; the envelope says so
      return true;
    }
    const end = text.indexOf(by.delimiters.segment, at);
    if (end < 0) return unfinished(by, ended);
    take(by, end);
    return true;
  }

  function take(by: Current, end: number): void {
    const raw = text.slice(at, end);
    const segment = by.tokenize(ascii ? raw : decoded(raw), base + at);
    at = end + 1;
    if (segment.name === 'IEA') current = undefined;
    if (segment.name !== '') sink.segment(segment);
  }

  const nameAt = (by: Current): string => text.slice(at, at + 3).split(by.delimiters.element, 1)[0] ?? '';

  /** Text without a terminator: wait for the rest, or say that there is none. An IEA closes the file all the same. */
  function unfinished(by: Current, ended: boolean): boolean {
    if (text.length - at > longestSegment) {
      fault('segment_too_long', nameAt(by), at, `no segment end within ${longestSegment} bytes`);
      at = text.length;
      current = undefined;
    } else if (ended && at < text.length) {
      const name = nameAt(by);
      if (name === 'IEA') take(by, text.length);
      else fault('truncated', name, at, `the file ends inside segment ${name}`);
      at = text.length;
    }
    return false;
  }

  function findIsa(ended: boolean): boolean {
    if (text.length - at < longestIsa && !ended) return false;
    skipBlanks();
    if (text.length - at < longestIsa && !ended) return false;
    if (at === text.length) return endWithoutIsa(ended);
    const isa = readIsa(text.slice(at, at + longestIsa));
    if (!isa) return skipJunk(ended);
    openInterchange(isa);
    return true;
  }

  function openInterchange(isa: IsaReading): void {
    const start = at;
    junk = false;
    interchanges += 1;
    current = { delimiters: isa.delimiters, tokenize: tokenizerOf(isa.delimiters) };
    take(current, at + isa.terminatorAt);
    const { element, component, segment } = isa.delimiters;
    if (new Set([element, component, segment]).size < 3)
      fault('delimiters_equal', 'ISA', start, 'one character separates elements, components or segments at once');
    if (!isa.fixedWidth) fault('isa_width', 'ISA', start, 'the ISA is not 106 bytes wide with fixed separators');
  }

  function skipBlanks(): void {
    const start = at;
    if (text.startsWith(byteOrderMark, at)) at += byteOrderMark.length;
    while (isBlank(at)) at += 1;
    if (at > start && base + start === 0) fault('leading_junk', '', 0, 'blanks or a byte order mark before the ISA');
  }

  function endWithoutIsa(ended: boolean): false {
    if (ended && interchanges === 0 && !junk) fault('no_isa', '', at, 'no ISA in the file');
    return false;
  }

  /** Says so once and goes on at the next text that reads as an ISA. */
  function skipJunk(ended: boolean): boolean {
    if (!junk && interchanges === 0) fault('no_isa', '', at, 'text that is no X12 where the first ISA should be');
    if (!junk && interchanges > 0) fault('stray_text', '', at, 'text that is no X12 after an interchange');
    junk = true;
    const next = text.indexOf('ISA', at + 1);
    at = next >= 0 ? next : Math.max(at, text.length - (ended ? 0 : 2));
    return next >= 0;
  }

  return {
    push,
    end: () => cut(true),
  };
}

/** Names come in UTF-8 from some payers and in latin1 from others; what is valid UTF-8 is UTF-8. */
function decoded(raw: string): string {
  const bytes = Buffer.from(raw, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : raw;
}
