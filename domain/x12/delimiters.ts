import { X12parser } from 'x12-parser';

/** The four characters that an interchange chooses for itself in its ISA. */
export interface Delimiters {
  readonly element: string;
  readonly component: string;
  /** ISA11. Before version 00402 this is `U` and means nothing. */
  readonly repetition: string;
  readonly segment: string;
}

export interface IsaReading {
  readonly delimiters: Delimiters;
  /** Index of the ISA's own terminator. */
  readonly terminatorAt: number;
  readonly fixedWidth: boolean;
}

/** Elements of an ISA have fixed widths (TR3 appendix C.1): its separators stand here, `:` at 104 and `~` at 105. */
const separatorsAt = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];
/** An ISA whose widths are wrong is still read, to say so and to go on; beyond this length it is none. */
export const longestIsa = 200;

/**
 * Reads the delimiters from text that begins with `ISA` and is `longestIsa` long or the rest of the file. An ISA that
 * is not 106 bytes wide is found by its sixteen separators and marked; undefined: this is no ISA.
 */
export function readIsa(text: string): IsaReading | undefined {
  if (!text.startsWith('ISA')) return undefined;
  if (isFixedWidth(text)) return isaAt(text, X12parser.detectDelimiters(text), 105, true);
  const component = indexAfter(text.slice(0, longestIsa), text.charAt(3), 16);
  const terminator = text.charAt(component + 1);
  if (component === 0 || !isDelimiter(text.charAt(3)) || !isDelimiter(terminator)) return undefined;
  const delimiters = {
    element: text.charAt(3),
    component: text.charAt(component),
    repetition: text.split(text.charAt(3), 12)[11] ?? '',
    segment: terminator,
  };
  return isaAt(text, delimiters, component + 1, false);
}

/** CR LF as terminator is LF; the CR before it is trimmed with the rest of the white space. */
function isaAt(text: string, delimiters: Delimiters, terminatorAt: number, fixedWidth: boolean): IsaReading {
  const crlf = delimiters.segment === '\r' && text.charAt(terminatorAt + 1) === '\n';
  return {
    delimiters: crlf ? { ...delimiters, segment: '\n' } : delimiters,
    terminatorAt: crlf ? terminatorAt + 1 : terminatorAt,
    fixedWidth,
  };
}

function isFixedWidth(text: string): boolean {
  const separator = text.charAt(3);
  return (
    [separator, text.charAt(104), text.charAt(105)].every(isDelimiter) &&
    separatorsAt.every((at) => text.charAt(at) === separator) &&
    text.slice(4, 104).split(separator).length === 16
  );
}

/** Index after the nth `mark`; 0 when there are fewer. */
function indexAfter(text: string, mark: string, times: number): number {
  let at = 0;
  for (let n = 0; n < times; n += 1) {
    at = text.indexOf(mark, at) + 1;
    if (at === 0) return 0;
  }
  return at;
}

/** Delimiters are single ASCII characters, neither letters, digits nor the space. */
const isDelimiter = (character: string): boolean =>
  /^[^A-Za-z0-9 ]$/.test(character) && character.charCodeAt(0) > 0 && character.charCodeAt(0) < 0x7f;
